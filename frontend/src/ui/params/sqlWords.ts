/** What is offered while an expression is being typed. */
export type Offer = { word: string; kind: 'field' | 'function' | 'keyword' };

/** Words of SQL that expressions are made with. */
const KEYWORDS = [
  'and',
  'between',
  'case',
  'cast',
  'else',
  'end',
  'extract',
  'false',
  'from',
  'in',
  'interval',
  'is',
  'like',
  'not',
  'null',
  'or',
  'then',
  'true',
  'when',
] as const;

/** Most words offered at once. */
const MOST = 8;

/** Where the word before the caret begins, and what is typed of it; nothing inside of a text in quotes. */
export function wordAt(text: string, caret: number): { start: number; typed: string } | null {
  const before = text.slice(0, caret);
  if ((before.match(/'/g)?.length ?? 0) % 2 === 1) return null;
  const typed = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(before)?.[0] ?? '';
  return { start: caret - typed.length, typed };
}

/** What a word may become: the row's fields first, then functions, then words of SQL; last, fields that it is within. */
export function offers(typed: string, fields: readonly string[], functions: readonly string[]): Offer[] {
  const all: Offer[] = [
    ...fields.map((word) => ({ word, kind: 'field' as const })),
    ...functions.map((word) => ({ word, kind: 'function' as const })),
    ...KEYWORDS.map((word) => ({ word, kind: 'keyword' as const })),
  ];
  const wanted = typed.toLowerCase();
  const within = all.filter(
    ({ word, kind }) => kind === 'field' && wanted.length > 1 && !word.startsWith(wanted) && word.includes(wanted),
  );
  const found = [...all.filter(({ word }) => word.startsWith(wanted)), ...within];
  return found.some(({ word }) => word === wanted) ? [] : found.slice(0, MOST);
}

/** The text with the word before the caret completed, and where the caret goes: into a function's parentheses. */
export function complete(text: string, caret: number, offer: Offer): { text: string; caret: number } {
  const start = wordAt(text, caret)?.start ?? caret;
  const after = text.slice(caret);
  const opens = offer.kind === 'function' && !after.startsWith('(');
  const word = offer.word + (opens ? '()' : '');
  return {
    text: text.slice(0, start) + word + after,
    caret: start + offer.word.length + (offer.kind === 'function' ? 1 : 0),
  };
}
