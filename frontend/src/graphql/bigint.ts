import type { BigIntValue } from './tada';

/** The number to count and draw with. Beyond 2^53 the last digits are not exact; show those with {@link bigText}. */
export function toNumber(value: BigIntValue | null | undefined): number {
  return value == null ? 0 : Number(value);
}

/** The exact digits, grouped as the language does it. */
export function bigText(value: BigIntValue, locale: string): string {
  return new Intl.NumberFormat(locale).format(typeof value === 'number' ? value : BigInt(value));
}

/** What a person typed, as the scalar wants it: a number where that is exact, else its digits. Null: not a whole number. */
export function parseBig(text: string): BigIntValue | null {
  const digits = text.replace(/[\s,._]/g, '');
  if (!/^-?\d{1,19}$/.test(digits)) return null;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}
