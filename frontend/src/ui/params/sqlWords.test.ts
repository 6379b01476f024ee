import { describe, expect, it } from 'vitest';
import { complete, offers, wordAt } from './sqlWords';

const FIELDS = ['quantity', 'unit_price'];
const FUNCTIONS = ['concat', 'round', 'upper'];
const words = (typed: string) => offers(typed, FIELDS, FUNCTIONS).map(({ word }) => word);

describe('the word before the caret', () => {
  it('ends where a letter, digit, point or underscore does not go on', () => {
    expect(wordAt('quantity * unit_p', 17)).toEqual({ start: 11, typed: 'unit_p' });
    expect(wordAt('quantity * unit_p', 3)).toEqual({ start: 0, typed: 'qua' });
    expect(wordAt('round(customer.ci', 17)).toEqual({ start: 6, typed: 'customer.ci' });
    expect(wordAt('a + ', 4)).toEqual({ start: 4, typed: '' });
  });
  it('is none inside of quotes', () => {
    expect(wordAt("concat('a un", 12)).toBeNull();
    expect(wordAt("concat('a', un", 14)).toEqual({ start: 12, typed: 'un' });
  });
});

describe('what is offered', () => {
  it('begins like what is typed, fields before functions before words of SQL', () => {
    expect(words('u')).toEqual(['unit_price', 'upper']);
    expect(words('c')).toEqual(['concat', 'case', 'cast']);
    expect(words('PRICE')).toEqual(['unit_price']);
  });
  it('is nothing for a word that is whole, or that nothing begins with', () => {
    expect(words('round')).toEqual([]);
    expect(words('zzz')).toEqual([]);
  });
});

describe('completing', () => {
  it('puts the caret behind a field and into the parentheses of a function', () => {
    expect(complete('2 * qu', 6, { word: 'quantity', kind: 'field' })).toEqual({ text: '2 * quantity', caret: 12 });
    expect(complete('ro + 1', 2, { word: 'round', kind: 'function' })).toEqual({ text: 'round() + 1', caret: 6 });
    expect(complete('ro(a)', 2, { word: 'round', kind: 'function' })).toEqual({ text: 'round(a)', caret: 6 });
  });
});
