import type { Json } from '../../graphql/tada';
import type { ParamValues } from './types';

/** A generator with its parameters. */
export type GeneratorRef = { name: string; params: ParamValues };

export type JsonObject = { [key: string]: Json };

export function asObject(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

export function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** A generator as it is written inside parameters: `"name"` or `{ "name": { … } }`. */
export function readRef(value: Json | undefined): GeneratorRef | null {
  if (typeof value === 'string') return value === '' ? null : { name: value, params: {} };
  const [entry, more] = Object.entries(asObject(value));
  return entry && !more ? { name: entry[0], params: asObject(entry[1]) } : null;
}

export function writeRef({ name, params }: GeneratorRef): Json {
  return Object.keys(params).length === 0 ? name : { [name]: params };
}

/** The object with one value changed; undefined takes it away. */
export function withValue(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const { [key]: _, ...others } = object;
  if (value === undefined) return others;
  // In its old place, so that what is saved reads as it was written.
  return key in object ? { ...object, [key]: value } : { ...others, [key]: value };
}
