import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema';

/** A whole number that may not fit in a double: the server sends it as a text beyond 2^53. */
export type BigIntValue = number | string;

/** Any JSON value, as the scalar `JSON` carries it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Makes a typed operation; `tsc` checks it against `schema.graphql`. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { BigInt: BigIntValue; DateTime: string; JSON: Json };
  disableMasking: true;
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
