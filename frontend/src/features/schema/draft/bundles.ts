import { asList, asObject, type GeneratorRef, readRef } from '../../../ui/params/refs';
import type { Bundle } from '../../../ui/params/tools';
import type { ParamDescriptor } from '../../../ui/params/types';

/** What has to be known of a generator to tell what agrees with it. */
export type Known = { subjects: readonly string[]; params: readonly Pick<ParamDescriptor, 'name' | 'kind'>[] };

/** A field, or a value inside one, that tells of something of the row. */
export type Teller = {
  /** Editor key of the field. */
  key: string;
  field: string;
  /** What it may tell of, such as `person`. */
  subjects: readonly string[];
  /** Which of several. */
  word: string;
  /** What else must be the same for two to agree. */
  side: string;
};

type Lookup = (name: string) => Known | undefined;

/** The generators inside the parameters of one. */
function inner({ name, params }: GeneratorRef, lookup: Lookup): GeneratorRef[] {
  const known = lookup(name)?.params ?? [];
  return known.flatMap(({ name: param, kind }) => {
    const value = params[param];
    const refs =
      kind === 'GENERATOR'
        ? [value]
        : kind === 'MEMBER'
          ? [asObject(value).generator]
          : kind === 'MEMBERS'
            ? asList(value).map((member) => asObject(member).generator)
            : kind === 'CASES'
              ? asList(value).map((each) => asObject(each).then)
              : [];
    return refs.map(readRef).filter((ref) => ref !== null);
  });
}

function telling(ref: GeneratorRef, lookup: Lookup): Omit<Teller, 'key' | 'field'>[] {
  const subjects = lookup(ref.name)?.subjects ?? [];
  const { bundle, locale = null, distinct = false } = ref.params;
  const own = { subjects, word: typeof bundle === 'string' ? bundle : '', side: JSON.stringify([locale, distinct]) };
  return [...(subjects.length > 0 ? [own] : []), ...inner(ref, lookup).flatMap((each) => telling(each, lookup))];
}

/** Everything in a table that tells of a person, a place, a product …, in the order of the fields. */
export function tellers(
  fields: readonly { key: string; name: string; generator: GeneratorRef | null }[],
  lookup: Lookup,
): Teller[] {
  return fields.flatMap(({ key, name, generator }) =>
    generator === null || name === '' ? [] : telling(generator, lookup).map((each) => ({ key, field: name, ...each })),
  );
}

type Told = Pick<Teller, 'subjects' | 'side'>;

function related(one: Told, other: Told): boolean {
  return one.side === other.side && one.subjects.some((subject) => other.subjects.includes(subject));
}

/** The bundles of other fields that a generator may join, with their fields. */
export function bundlesFor(ref: GeneratorRef, key: string | null, all: readonly Teller[], lookup: Lookup): Bundle[] {
  const [own] = telling(ref, lookup);
  if (!own) return [];
  const words = new Map<string, Set<string>>();
  for (const teller of all) {
    if (teller.key === key || !related(own, teller)) continue;
    words.set(teller.word, (words.get(teller.word) ?? new Set()).add(teller.field));
  }
  return [...words].map(([word, fields]) => ({ word, fields: [...fields] }));
}

/** The other fields that a field agrees with, by its editor key. */
export function agreements(all: readonly Teller[]): Map<string, { word: string; fields: string[] }> {
  const found = new Map<string, { word: string; fields: string[] }>();
  for (const teller of all) {
    const fields = all
      .filter((other) => other.key !== teller.key && other.word === teller.word && related(teller, other))
      .map(({ field }) => field);
    const before = found.get(teller.key)?.fields ?? [];
    const together = [...new Set([...before, ...fields])];
    if (together.length > 0) found.set(teller.key, { word: teller.word, fields: together });
  }
  return found;
}
