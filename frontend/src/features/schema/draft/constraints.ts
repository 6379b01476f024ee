import type { FieldType, FieldTypeInfo } from '../operations';
import { type Constraints, NO_CONSTRAINTS } from './types';

export type ConstraintName = keyof Constraints;

/** In the order of the form. */
const ORDER = Object.keys({
  choices: 0,
  precision: 0,
  scale: 0,
  minLength: 0,
  maxLength: 0,
  min: 0,
  max: 0,
  pattern: 0,
} satisfies Record<ConstraintName, 0>) as ConstraintName[];

const plain = (name: string) => name.replace(/_/g, '').toLowerCase();

/** The constraints that a type knows, as its descriptor says. */
export function constraintsOf(type: FieldType, types: readonly FieldTypeInfo[]): ConstraintName[] {
  const named = new Set(types.find((info) => info.type === type)?.constraints.map(plain));
  return ORDER.filter((name) => name in NO_CONSTRAINTS && named.has(plain(name)));
}

/** Whether the bounds of a type are moments rather than numbers. */
export function hasMoments(type: FieldType): boolean {
  return type === 'DATE' || type === 'TIME' || type === 'DATETIME';
}
