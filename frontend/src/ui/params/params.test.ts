import { describe, expect, it } from 'vitest';
import type { Json } from '../../graphql/tada';
import { readConditions, readValue, writeConditions } from './cases';
import { RowKeys } from './nested/rowKeys';
import { everything, unplaced, within } from './notes';
import { readRef, withValue, writeRef } from './refs';

describe('what is said about parameters', () => {
  const notes = {
    problems: {
      'members.#2.generator.params.min': 'too low',
      'members.#2.name': 'twice',
      'members.#20.name': 'another',
      members: 'too many',
    },
    unfilled: { 'members.#2.generator': 'a generator' },
  };

  it('is found beside the very input', () => {
    const member = within(within(notes, 'members'), '#2');
    expect(member.problems).toEqual({ 'generator.params.min': 'too low', name: 'twice' });
    expect(within(within(member, 'generator'), 'params').problems).toEqual({ min: 'too low' });
    expect(within(member, 'generator').unfilled).toEqual({ '': 'a generator' });
  });

  it('stands at the whole where no part shows it', () => {
    const members = within(notes, 'members');
    expect(unplaced(members.problems, ['#0', '#1', '#2'])).toBe('another too many');
    expect(unplaced(members.problems, ['#2', '#20'])).toBe('too many');
    expect(everything(within(members, '#0').problems)).toBeUndefined();
  });
});

describe('a generator inside parameters', () => {
  it('is a name, or a name with parameters', () => {
    expect(readRef('person.full_name')).toEqual({ name: 'person.full_name', params: {} });
    expect(readRef({ 'number.normal': { mean: 3 } })).toEqual({ name: 'number.normal', params: { mean: 3 } });
    const others: (Json | undefined)[] = [undefined, null, '', 3, [], {}, { a: {}, b: {} }];
    for (const none of others) expect(readRef(none)).toBeNull();
    for (const ref of ['person.full_name', { 'number.normal': { mean: 3 } }]) {
      const read = readRef(ref);
      expect(read && writeRef(read)).toEqual(ref);
    }
  });

  it('keeps the order of what is written around it', () => {
    const member = { name: 'a', generator: 'x', type: 'text' };
    expect(Object.keys(withValue(member, 'generator', 'y'))).toEqual(['name', 'generator', 'type']);
    expect(withValue(member, 'type', undefined)).toEqual({ name: 'a', generator: 'x' });
  });
});

describe('a case', () => {
  it('asks its conditions and keeps what it makes', () => {
    const then = withValue({ at_least: 3, below: 9 }, 'then', 'number.normal');
    const conditions = readConditions(then);
    expect(conditions.map(({ op }) => op)).toEqual(['at_least', 'below']);
    const next = writeConditions(then, [{ op: 'is', value: 4 }]);
    expect(Object.entries(next)).toEqual([
      ['is', 4],
      ['then', 'number.normal'],
    ]);
  });

  it('compares with values of the type of the field', () => {
    expect(readValue('3.5', 'DECIMAL')).toBe(3.5);
    expect(readValue('3', 'STRING')).toBe('3');
    expect(readValue('3.', 'INTEGER')).toBe('3.');
    expect(readValue('', 'INTEGER')).toBe('');
    expect(readValue('true', 'BOOLEAN')).toBe(true);
    expect(readValue('2024-01-01', 'DATE')).toBe('2024-01-01');
  });
});

describe('the keys of entries without a name', () => {
  it('go with their entry', () => {
    const keys = new RowKeys();
    const [one, two, three] = keys.of(3);
    keys.move(0, 2);
    expect(keys.of(3)).toEqual([two, three, one]);
    keys.remove(1);
    expect(keys.of(2)).toEqual([two, one]);
    expect(keys.of(3).slice(0, 2)).toEqual([two, one]);
    expect(new Set(keys.of(3)).size).toBe(3);
  });
});
