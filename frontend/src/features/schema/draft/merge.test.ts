import { describe, expect, it } from 'vitest';
import { newField } from './convert';
import { diff } from './diff';
import { merge } from './merge';
import type { Draft, DraftField } from './types';

const field = (id: string, patch: Partial<DraftField> = {}) =>
  newField({ key: id, id, name: `f${id}`, typeChosen: true, ...patch });

const BASE: Draft = {
  name: 'orders',
  displayName: '',
  description: '',
  plannedRows: { total: 100 },
  primaryKey: ['1'],
  uniqueKeys: [],
  indexes: [],
  faults: null,
  fields: [field('1'), field('2'), field('3')],
};

const change = (draft: Draft, id: string, patch: Partial<DraftField>): Draft => ({
  ...draft,
  fields: draft.fields.map((each) => (each.id === id ? { ...each, ...patch } : each)),
});
const remove = (draft: Draft, id: string): Draft => ({
  ...draft,
  fields: draft.fields.filter((each) => each.id !== id),
});

describe('merge', () => {
  it('keeps what either side changed', () => {
    const mine = { ...change(BASE, '2', { name: 'mine' }), description: 'what I say' };
    const theirs = change(change(BASE, '2', { unique: true }), '3', { name: 'theirs' });
    const merged = merge(BASE, mine, theirs);
    expect(merged.description).toBe('what I say');
    expect(merged.fields.map(({ name, unique }) => [name, unique])).toEqual([
      ['f1', false],
      ['mine', true],
      ['theirs', false],
    ]);
  });

  it('lets mine win where both changed the same', () => {
    const merged = merge(BASE, change(BASE, '2', { name: 'mine' }), change(BASE, '2', { name: 'theirs' }));
    expect(merged.fields[1]?.name).toBe('mine');
  });

  it('takes over fields they added and removed', () => {
    const theirs = remove({ ...BASE, fields: [...BASE.fields, field('9')] }, '3');
    expect(merge(BASE, BASE, theirs).fields.map((each) => each.id)).toEqual(['1', '2', '9']);
  });

  it('keeps, as a new field, one that they removed and I changed', () => {
    const merged = merge(BASE, change(BASE, '3', { name: 'precious' }), remove(BASE, '3'));
    expect(merged.fields[2]).toMatchObject({ id: null, name: 'precious' });
  });

  it('does not bring back what I removed', () => {
    expect(merge(BASE, remove(BASE, '1'), BASE)).toMatchObject({ primaryKey: [], fields: [{ id: '2' }, { id: '3' }] });
  });
});

describe('diff', () => {
  it('is empty between equal drafts', () => {
    expect(diff(BASE, structuredClone(BASE))).toEqual([]);
  });

  it('tells of additions, removals, changes and a new order', () => {
    const after: Draft = {
      ...BASE,
      fields: [field('3'), field('1', { name: 'code' }), newField({ name: 'extra', typeChosen: true })],
    };
    expect(diff(BASE, after).map(({ kind, field: name, property }) => [kind, name, property])).toEqual([
      ['added', 'extra', null],
      ['removed', 'f2', null],
      ['changed', 'code', 'name'],
      ['moved', null, 'order'],
    ]);
  });
});
