type Limits = { integer: boolean; min: number | null; max: number | null };

/** What was typed as a number; null where nothing stands there. */
export type ReadNumber = { value: number | null; problem: 'word' | 'low' | 'high' | null };

/** Reads a number in either language: `1.5`, `1,5`, `10 000`. */
export function readNumber(text: string, { integer, min, max }: Limits): ReadNumber {
  const plain = text.replace(/[\s_]/g, '').replace(',', '.');
  if (plain === '') return { value: null, problem: null };
  const value = Number(plain);
  if (!Number.isFinite(value) || (integer && !Number.isSafeInteger(value))) return { value: null, problem: 'word' };
  if (min !== null && value < min) return { value, problem: 'low' };
  if (max !== null && value > max) return { value, problem: 'high' };
  return { value, problem: null };
}
