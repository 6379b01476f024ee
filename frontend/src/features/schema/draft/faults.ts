import type { FieldType } from '../operations';
import type { DraftField, Fault, Faults } from './types';

/** A parameter of a kind of fault, as far as the draft has to know it. */
type Param = { name: string; kind: string };
/** A kind of fault, as far as the draft has to know it. */
export type FaultKind = { name: string; strikes: readonly FieldType[]; params: readonly Param[] };

const FIRST_RATE = 0.05;

/** Names of the fields that a kind can strike. */
export function struckBy(kind: FaultKind | undefined, fields: readonly DraftField[]): string[] {
  return fields.filter((field) => field.name !== '' && kind?.strikes.includes(field.type)).map((field) => field.name);
}

/** A fault of this kind: on the field of `before` where it can be, else on the first that it can strike. */
export function ofKind(kind: FaultKind, fields: readonly DraftField[], before?: Fault): Fault {
  const names = struckBy(kind, fields);
  const kept = before?.params.field;
  const field = typeof kept === 'string' && names.includes(kept) ? kept : names[0];
  const weight = before?.params.weight;
  return {
    kind: kind.name,
    params: { ...(field === undefined ? {} : { field }), ...(weight === undefined ? {} : { weight }) },
  };
}

/** The faults with one more; the first brings a rate with it. */
export function withFault(faults: Faults | null, fault: Fault): Faults {
  return { rate: faults?.rate ?? FIRST_RATE, kinds: [...(faults?.kinds ?? []), fault] };
}

/** The faults with another in this place, or without the one there; null when none is left. */
export function replaced(faults: Faults, at: number, fault: Fault | null): Faults | null {
  const kinds = faults.kinds.flatMap((each, index) => (index !== at ? [each] : fault === null ? [] : [fault]));
  return kinds.length === 0 ? null : { ...faults, kinds };
}

/** The name of a parameter that holds a field, in the set of all such parameters. */
export const fieldParam = (kind: string, param: string) => `fault ${kind}.${param}`;

/** The faults after a field was renamed; the very same where none of them mentions it. */
export function renamedIn(
  faults: Faults | null,
  before: string,
  name: string,
  fieldParams: ReadonlySet<string>,
): Faults | null {
  const mentions = ({ kind }: Fault, param: string, value: unknown) =>
    value === before && fieldParams.has(fieldParam(kind, param));
  const mentioned = faults?.kinds.some((fault) =>
    Object.entries(fault.params).some(([param, value]) => mentions(fault, param, value)),
  );
  if (!faults || !mentioned || before === '') return faults;
  const follow = (fault: Fault): Fault => ({
    ...fault,
    params: Object.fromEntries(
      Object.entries(fault.params).map(([param, value]) => [param, mentions(fault, param, value) ? name : value]),
    ),
  });
  return { ...faults, kinds: faults.kinds.map(follow) };
}

/** The faults without those that strike a field which is gone. */
export function withoutField(faults: Faults | null, name: string): Faults | null {
  const kinds = faults?.kinds.filter(({ params }) => name === '' || (params.field !== name && params.other !== name));
  return faults && kinds && kinds.length > 0 ? { ...faults, kinds } : null;
}
