import { describe, expect, it } from 'vitest';
import { newField } from './convert';
import { type FaultKind, fieldParam, ofKind, renamedIn, replaced, struckBy, withFault, withoutField } from './faults';

const negative: FaultKind = {
  name: 'negative',
  strikes: ['INTEGER'],
  params: [{ name: 'field', kind: 'FIELD' }],
};
const typo: FaultKind = { ...negative, name: 'typo', strikes: ['STRING'] };
const fields = [
  newField({ name: 'city', type: 'STRING' }),
  newField({ name: 'size', type: 'INTEGER' }),
  newField({ name: 'age', type: 'INTEGER' }),
  newField({ name: '', type: 'INTEGER' }),
];

describe('faults of a draft', () => {
  it('strike fields of their types only', () => {
    expect(struckBy(negative, fields)).toEqual(['size', 'age']);
    expect(struckBy(undefined, fields)).toEqual([]);
  });

  it('begin on a field they can strike, and keep theirs while they can', () => {
    const first = ofKind(negative, fields);
    expect(first).toEqual({ kind: 'negative', params: { field: 'size' } });
    const heavy = { kind: 'negative', params: { field: 'age', weight: 3, factor: 2 } };
    expect(ofKind(negative, fields, heavy).params).toEqual({ field: 'age', weight: 3 });
    expect(ofKind(typo, fields, heavy).params).toEqual({ field: 'city', weight: 3 });
  });

  it('come with a rate and go with the last of them', () => {
    const one = withFault(null, ofKind(negative, fields));
    expect(one.rate).toBeGreaterThan(0);
    const two = withFault({ ...one, rate: 0.5 }, ofKind(typo, fields));
    expect([two.rate, two.kinds.length]).toEqual([0.5, 2]);
    expect(replaced(two, 0, null)?.kinds.map(({ kind }) => kind)).toEqual(['typo']);
    expect(replaced(one, 0, null)).toBeNull();
  });

  it('follow a field that is renamed and go with one that is removed', () => {
    const faults = { rate: 0.1, kinds: [ofKind(negative, fields), ofKind(typo, fields)] };
    const params = new Set([fieldParam('negative', 'field'), fieldParam('typo', 'field')]);
    expect(renamedIn(faults, 'size', 'width', params)?.kinds[0]?.params).toEqual({ field: 'width' });
    expect(renamedIn(faults, 'age', 'years', params)).toBe(faults);
    expect(withoutField(faults, 'size')?.kinds.map(({ kind }) => kind)).toEqual(['typo']);
    expect(withoutField(null, 'size')).toBeNull();
  });
});
