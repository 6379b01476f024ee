import type { Json } from '../../graphql/tada';
import type { Words } from '../../i18n/words';

/** One parameter of a generator or of a file format, as the API describes it. */
export type ParamDescriptor = {
  name: string;
  label: Words;
  help: Words;
  kind:
    | 'NUMBER'
    | 'INTEGER'
    | 'TEXT'
    | 'BOOLEAN'
    | 'CHOICE'
    | 'MOMENT'
    | 'SPAN'
    | 'FIELD'
    | 'LOCALE'
    | 'LIST'
    | 'WEIGHTS'
    | 'JSON'
    | 'GENERATOR'
    | 'MEMBER'
    | 'MEMBERS'
    | 'CASES';
  required: boolean;
  default: Json;
  min: number | null;
  max: number | null;
  choices: readonly string[] | null;
};

/** Parameters by name; one that is absent takes its default. */
export type ParamValues = { [name: string]: Json };

/** A name with its label, for the parameters that choose among the project's or the catalogue's things. */
export type Option = { value: string; label: string };

/** The value in a text field: texts as they are, everything else as JSON. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One value a line; when each line is a number as written, the values are numbers. */
export function linesToList(text: string): Json[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const numbers = lines.length > 0 && lines.every((line) => String(Number(line)) === line);
  return numbers ? lines.map(Number) : lines;
}

/** The pairs of a weights parameter, whatever was stored. */
export function weightPairs(value: Json | undefined): [string, number][] {
  if (value === undefined || value === null || typeof value !== 'object') return [];
  if (!Array.isArray(value)) return Object.entries(value).map(([key, weight]) => [key, Number(weight)]);
  return value.flatMap((pair) =>
    Array.isArray(pair) && pair.length === 2 ? [[asText(pair[0]), Number(pair[1])] as [string, number]] : [],
  );
}
