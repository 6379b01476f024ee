import type { Json } from '../../graphql/tada';
import type { JsonObject } from './refs';

/** What a case may ask of the value of a field. */
export const OPS = ['is', 'in', 'below', 'at_most', 'above', 'at_least', 'null'] as const;
export type Op = (typeof OPS)[number];

export type Condition = { op: Op; value: Json };

export function isOp(word: string): word is Op {
  return (OPS as readonly string[]).includes(word);
}

/** The conditions of a case, in the order they were given. */
export function readConditions(value: JsonObject): Condition[] {
  return Object.entries(value).flatMap(([op, asked]) => (isOp(op) ? [{ op, value: asked }] : []));
}

/** The case with other conditions; what it makes stays last. */
export function writeConditions(value: JsonObject, conditions: readonly Condition[]): JsonObject {
  const rest = Object.entries(value).filter(([key]) => !isOp(key));
  return Object.fromEntries([...conditions.map(({ op, value: asked }) => [op, asked] as const), ...rest]);
}

/** What a condition begins with. */
export function startValue(op: Op): Json {
  if (op === 'null') return true;
  return op === 'in' ? [] : '';
}

/** A text as a value of a field of this type: numbers and truth values where that is what it holds. */
export function readValue(text: string, type: string | undefined): Json {
  const numeric = ['INTEGER', 'BIG_INTEGER', 'FLOAT', 'DECIMAL', 'AUTO_INCREMENT', 'FOREIGN_KEY'].includes(type ?? '');
  if (numeric && String(Number(text)) === text.trim()) return Number(text);
  if (type === 'BOOLEAN' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
