import { describe, expect, it } from 'vitest';
import { cellText } from './cell';
import { bytesText, durationText } from './numbers';
import { linesToList, weightPairs } from './params/types';
import { relativeText } from './RelativeTime';
import { readNumber } from './readNumber';

describe('texts of values', () => {
  it.each([
    [null, 'null'],
    ['2025-03-11T09:14:00Z', '2025-03-11 09:14:00'],
    ['2025-03-11T09:14:07.5Z', '2025-03-11 09:14:07'],
    [{ a: 1 }, '{"a":1}'],
    [false, 'false'],
    ['=1+1', '=1+1'],
  ])('cell %j', (value, text) => {
    expect(cellText(value)).toBe(text);
  });

  it.each([
    [999, '999 B'],
    [1400000, '1.4 MB'],
    ['123456789012', '123 GB'],
  ])('%s bytes', (size, text) => {
    expect(bytesText(size, 'en')).toBe(text);
  });

  it.each([
    [340, '340 ms'],
    [2100, '2.1 s'],
    [250_000, '4 min 10 s'],
    [3_900_000, '1 h 5 min'],
  ])('%s milliseconds', (time, text) => {
    expect(durationText(time, 'en')).toBe(text);
  });

  it('tells how far a moment is', () => {
    expect(relativeText(0, 3 * 60_000, 'en')).toBe('3 minutes ago');
    expect(relativeText(2 * 86_400_000, 0, 'es')).toBe('pasado mañana');
  });
});

describe('what people type', () => {
  const free = { integer: false, min: null, max: null };

  it.each([
    ['1,5', { value: 1.5, problem: null }],
    ['10 000', { value: 10_000, problem: null }],
    ['', { value: null, problem: null }],
    ['ten', { value: null, problem: 'word' }],
  ])('number %s', (text, read) => {
    expect(readNumber(text, free)).toEqual(read);
  });

  it('holds numbers to their bounds', () => {
    expect(readNumber('1.5', { ...free, integer: true }).problem).toBe('word');
    expect(readNumber('-1', { ...free, min: 0 }).problem).toBe('low');
    expect(readNumber('101', { ...free, max: 100 }).problem).toBe('high');
  });

  it('takes lines for numbers only when all are written as such', () => {
    expect(linesToList('1\n2.5\n')).toEqual([1, 2.5]);
    expect(linesToList('001\n2')).toEqual(['001', '2']);
  });

  it('reads weights as an object or as pairs', () => {
    expect(weightPairs({ a: 1 })).toEqual([['a', 1]]);
    expect(
      weightPairs([
        [1, 50],
        ['b', 2],
      ]),
    ).toEqual([
      ['1', 50],
      ['b', 2],
    ]);
  });
});
