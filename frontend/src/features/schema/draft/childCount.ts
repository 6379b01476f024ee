import type { Json } from '../../../graphql/tada';

/** How many children one parent has. */
export type ChildCount =
  | { kind: 'constant'; value: number }
  | { kind: 'uniform'; min: number; max: number }
  | { kind: 'poisson'; mean: number; max: number | null }
  | { kind: 'choice'; weights: [number, number][] };

const number = (value: Json | undefined, fallback: number) => (typeof value === 'number' ? value : fallback);

/** Reads the API's JSON form; what can't be read is one child each. */
export function readChildCount(json: Json): ChildCount {
  const [entry] = json !== null && typeof json === 'object' && !Array.isArray(json) ? Object.entries(json) : [];
  const [kind, body] = entry ?? [];
  const given = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {};
  switch (kind) {
    case 'uniform':
      return { kind, min: number(given?.min, 0), max: number(given?.max, 5) };
    case 'poisson':
      return { kind, mean: number(given?.mean, 3), max: typeof given?.max === 'number' ? given.max : null };
    case 'choice': {
      const weights = Array.isArray(given?.weights) ? given.weights : [];
      const pairs = weights.flatMap((pair): [number, number][] =>
        Array.isArray(pair) ? [[Number(pair[0]), Number(pair[1])]] : [],
      );
      return { kind, weights: pairs };
    }
    default:
      return { kind: 'constant', value: number(given?.value, 1) };
  }
}

/** The API's JSON form. */
export function writeChildCount(count: ChildCount): Json {
  switch (count.kind) {
    case 'constant':
      return { constant: { value: count.value } };
    case 'uniform':
      return { uniform: { min: count.min, max: count.max } };
    case 'poisson':
      return { poisson: count.max === null ? { mean: count.mean } : { mean: count.mean, max: count.max } };
    case 'choice':
      return { choice: { weights: count.weights } };
  }
}

/** A distribution to begin with. */
export function startCount(kind: ChildCount['kind']): ChildCount {
  switch (kind) {
    case 'constant':
      return { kind, value: 1 };
    case 'uniform':
      return { kind, min: 0, max: 5 };
    case 'poisson':
      return { kind, mean: 3, max: null };
    case 'choice':
      return {
        kind,
        weights: [
          [1, 50],
          [2, 30],
          [3, 20],
        ],
      };
  }
}

/** Children that a parent has on average. */
export function meanCount(count: ChildCount): number {
  switch (count.kind) {
    case 'constant':
      return count.value;
    case 'uniform':
      return (count.min + count.max) / 2;
    case 'poisson':
      return count.mean;
    case 'choice': {
      const total = count.weights.reduce((sum, [, weight]) => sum + weight, 0);
      return total > 0 ? count.weights.reduce((sum, [value, weight]) => sum + value * weight, 0) / total : 0;
    }
  }
}
