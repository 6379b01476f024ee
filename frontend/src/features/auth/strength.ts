/** How hard a password is to guess, in steps that have a word each. */
export type Strength = 'short' | 'weak' | 'fair' | 'strong';

export const SHORTEST = 8;
export const LONGEST = 128;

const KINDS: [RegExp, number][] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/\d/, 10],
  [/[^A-Za-z\d]/, 33],
];

/** Characters that add something new: runs (`abc`, `321`) and repeats count for little. */
function freshCharacters(password: string): number {
  let fresh = 0;
  let previous = Number.NaN;
  for (const character of password) {
    const code = character.codePointAt(0) ?? 0;
    fresh += Math.abs(code - previous) <= 1 ? 0.3 : 1;
    previous = code;
  }
  return fresh;
}

/** Judges a password by length, by the kinds of characters and by what it has in common with the person. */
export function strengthOf(password: string, known: readonly string[] = []): Strength {
  if ([...password].length < SHORTEST) return 'short';
  const lower = password.toLowerCase();
  const told = known
    .flatMap((each) => each.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter((word) => word.length >= 3 && lower.includes(word))
    .reduce((length, word) => length + word.length, 0);
  const alphabet = KINDS.reduce((size, [kind, letters]) => (kind.test(password) ? size + letters : size), 0);
  const bits = Math.max(0, freshCharacters(password) - told) * Math.log2(Math.max(alphabet, 10));
  if (bits < 45) return 'weak';
  return bits < 65 ? 'fair' : 'strong';
}
