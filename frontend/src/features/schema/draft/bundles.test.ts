import { describe, expect, it } from 'vitest';
import { agreements, bundlesFor, type Known, tellers } from './bundles';

const KNOWN: Record<string, Known> = {
  'person.full_name': { subjects: ['person'], params: [] },
  'internet.company_email': { subjects: ['company', 'person'], params: [] },
  'address.city': { subjects: ['place'], params: [] },
  'number.uniform': { subjects: [], params: [] },
  object: { subjects: [], params: [{ name: 'members', kind: 'MEMBERS' }] },
  when: {
    subjects: [],
    params: [
      { name: 'cases', kind: 'CASES' },
      { name: 'else', kind: 'GENERATOR' },
    ],
  },
};
const lookup = (name: string) => KNOWN[name];
const field = (name: string, generator: string, params = {}) => ({
  key: `k-${name}`,
  name,
  generator: { name: generator, params },
});
const find = (...fields: ReturnType<typeof field>[]) => tellers(fields, lookup);

describe('what agrees in a row', () => {
  it('is what tells of the same thing by the same word', () => {
    const all = find(
      field('name', 'person.full_name'),
      field('mail', 'internet.company_email'),
      field('partner', 'person.full_name', { bundle: 'partner' }),
      field('city', 'address.city'),
      field('age', 'number.uniform'),
    );
    const found = agreements(all);
    expect(found.get('k-name')).toEqual({ word: '', fields: ['mail'] });
    expect(found.get('k-mail')).toEqual({ word: '', fields: ['name'] });
    expect([...found.keys()]).toEqual(['k-name', 'k-mail']);
  });

  it('needs the same locale', () => {
    const all = find(field('name', 'person.full_name'), field('other', 'person.full_name', { locale: 'es_ES' }));
    expect(agreements(all).size).toBe(0);
  });

  it('sees values inside values', () => {
    const members = [
      { name: 'a', generator: 'person.full_name' },
      { name: 'b', generator: { 'address.city': {} } },
    ];
    const cases = [Object.fromEntries([['then', { 'address.city': {} }]])];
    const all = find(
      field('data', 'object', { members }),
      field('place', 'when', { cases, else: 'person.full_name' }),
      field('name', 'person.full_name'),
    );
    expect(agreements(all).get('k-name')?.fields).toEqual(['data', 'place']);
    expect(agreements(all).get('k-data')?.fields).toEqual(['place', 'name']);
  });

  it('offers the bundles of the others, each with its fields', () => {
    const all = find(
      field('name', 'person.full_name'),
      field('mail', 'internet.company_email'),
      field('partner', 'person.full_name', { bundle: 'partner' }),
      field('nickname', 'person.full_name', { bundle: 'partner' }),
    );
    const ref = { name: 'person.full_name', params: {} };
    expect(bundlesFor(ref, 'k-name', all, lookup)).toEqual([
      { word: '', fields: ['mail'] },
      { word: 'partner', fields: ['partner', 'nickname'] },
    ]);
    expect(bundlesFor({ name: 'number.uniform', params: {} }, 'k-age', all, lookup)).toEqual([]);
  });
});
