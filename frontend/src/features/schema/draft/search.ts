import type { Json } from '../../../graphql/tada';
import type { Generator } from '../operations';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Labels = (generator: Generator) => string;

function score(generator: Generator, words: readonly string[], text: Labels): number {
  const name = plain(generator.name);
  const label = plain(text(generator));
  const rest = plain(generator.exampleValues.join(' '));
  let sum = 0;
  for (const word of words) {
    if (name.includes(word) || label.includes(word)) sum += label.startsWith(word) || name.includes(`.${word}`) ? 3 : 2;
    else if (rest.includes(word)) sum += 1;
    else return 0;
    // A word that is a family's name means its own generators before those of others.
    if (name.startsWith(`${word}.`)) sum += 2;
  }
  return sum;
}

/** Whether a generator makes values of a type; null: any will do. */
export function makes({ produces }: Pick<Generator, 'produces'>, type: string | null): boolean {
  return type === null || (produces as readonly string[]).includes(type);
}

export type Found = { fitting: Generator[]; others: Generator[] };

/** Generators that match every word, the best first; those that can't fill the type apart. */
export function searchGenerators(
  generators: readonly Generator[],
  { query, family, type, text }: { query: string; family: string | null; type: string | null; text: Labels },
): Found {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const ranked = generators
    .map((generator) => ({ generator, rank: words.length === 0 ? 1 : score(generator, words, text) }))
    .filter(({ generator, rank }) => rank > 0 && (family === null || generator.family === family))
    .sort((one, other) => other.rank - one.rank)
    .map(({ generator }) => generator);
  return {
    fitting: ranked.filter((generator) => makes(generator, type)),
    others: ranked.filter((generator) => !makes(generator, type)),
  };
}

/**
 * What a generator that was just chosen begins with: it can't do without these, and its example shows how. Names of
 * fields are of this table alone, so that no example knows them.
 */
export function firstParams({ params, example }: Pick<Generator, 'params' | 'example'>): { [name: string]: Json } {
  const shown = example !== null && typeof example === 'object' && !Array.isArray(example) ? example : {};
  const needed = params.filter((param) => param.required && param.kind !== 'FIELD' && param.name !== 'fields');
  return Object.fromEntries(needed.flatMap(({ name }) => (name in shown ? [[name, shown[name] as Json]] : [])));
}
