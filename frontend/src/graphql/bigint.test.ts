import { describe, expect, it } from 'vitest';
import { bigText, parseBig, toNumber } from './bigint';

describe('whole numbers beyond a double', () => {
  it.each([
    ['42', 42],
    ['1 000 000', 1_000_000],
    ['1.000.000', 1_000_000],
    ['1,000', 1000],
    ['-7', -7],
    ['9007199254740993', '9007199254740993'],
    ['', null],
    ['12x', null],
    ['1e5', null],
  ])('reads %s', (text, value) => {
    expect(parseBig(text)).toBe(value);
  });

  it('shows every digit', () => {
    expect(bigText('9007199254740993', 'en')).toBe('9,007,199,254,740,993');
    expect(bigText(4200000, 'es')).toBe('4.200.000');
  });

  it('counts nothing as zero', () => {
    expect(toNumber(null)).toBe(0);
    expect(toNumber('12')).toBe(12);
  });
});
