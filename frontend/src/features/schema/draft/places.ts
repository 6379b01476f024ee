import type { Places } from '../../../ui/params/notes';
import type { Violation } from '../../../ui/Violations';
import { isBlank } from './convert';
import type { Draft } from './types';

/** Where in the editor a violation belongs. */
export type Place = {
  /** False: another table of the project. */
  here: boolean;
  /** Editor key of the field; null: the table itself. */
  key: string | null;
  /** Where in the parameters of the generator, as in {@link Places} of the forms; null: not about one. */
  param: string | null;
  /** The property of the field or of the table. */
  property: string | null;
};

function segments(path: string): string[] {
  return path
    .replace(/\[(\d+)\]/g, '.#$1')
    .split('.')
    .filter((part) => part !== '' && part !== 'input' && part !== 'table');
}

function isThis(table: string, draft: Draft, position: number | null): boolean {
  return table.startsWith('#') ? Number(table.slice(1)) === position : table === draft.name;
}

/** Reads a path such as `tables.customers.fields.email.params.domain` or `tables[2].fields[0].name`. */
export function placeOf(path: string, draft: Draft, position: number | null): Place {
  let parts = segments(path);
  let here = true;
  if (parts[0] === 'tables' && parts[1] !== undefined) {
    here = isThis(parts[1], draft, position);
    parts = parts.slice(2);
  }
  if (parts[0] !== 'fields' || parts[1] === undefined) {
    return { here, key: null, param: null, property: parts[0] ?? null };
  }
  const name = parts[1];
  const field = name.startsWith('#')
    ? draft.fields.filter((each) => !isBlank(each))[Number(name.slice(1))]
    : draft.fields.find((each) => each.name === name);
  // A field may itself be called so.
  const at = parts.indexOf('params', 2);
  const param = at < 0 || at + 1 === parts.length ? null : parts.slice(at + 1).join('.');
  return { here, key: field?.key ?? null, param, property: parts[2] ?? null };
}

/** The violations of one field. */
export function violationsOf(
  key: string,
  violations: readonly Violation[],
  draft: Draft,
  position: number | null,
): Violation[] {
  return violations.filter((violation) => {
    const place = placeOf(violation.path, draft, position);
    return place.here && place.key === key;
  });
}
