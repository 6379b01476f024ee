import { parseBig } from '../../graphql/bigint';
import type { BigIntValue, VariablesOf } from '../../graphql/tada';
import type { ParamValues } from '../../ui/params/types';
import type { FormTable, StartGeneration } from './operations';

/** Where rows go besides files. */
export type Target = 'APPEND' | 'REPLACE' | 'NONE';

/** What stands in the form. */
export type Wish = {
  /** Tables left out of the run. */
  skipped: readonly string[];
  /** Typed row counts by table; a table that is absent gets its planned rows. */
  rows: Readonly<Record<string, string>>;
  seed: string;
  target: Target;
  /** Whether rows get the faults of the design; null: into files yes, into tables no. */
  faults: boolean | null;
  /** Chosen formats with their options. */
  files: Readonly<Record<string, ParamValues>>;
};

type Input = VariablesOf<typeof StartGeneration>['input'];

/** Why a typed number can't be taken, or null. */
export function numberProblem(text: string): 'word' | 'negative' | null {
  if (text.trim() === '') return null;
  const value = parseBig(text);
  if (value === null) return 'word';
  return Number(value) < 0 ? 'negative' : null;
}

/** The request of a form; null while a number in it can't be read. */
export function toInput(projectId: string, tables: readonly FormTable[], wish: Wish): Input | null {
  const numbers = [wish.seed, ...Object.values(wish.rows)];
  if (numbers.some((text) => numberProblem(text) !== null)) return null;
  const rowsOf = (name: string): BigIntValue | null => parseBig(wish.rows[name] ?? '');
  return {
    projectId,
    tables: tables
      .filter((table) => !wish.skipped.includes(table.name))
      .map((table) => ({ table: table.name, rows: rowsOf(table.name) })),
    seed: parseBig(wish.seed),
    intoTables: wish.target === 'NONE' ? null : wish.target,
    faults: withFaults(wish),
    files: Object.entries(wish.files).map(([format, options]) => ({ format, options })),
  };
}

/** Whether the rows get faults: as chosen, else where no table could refuse them. */
export function withFaults(wish: Wish): boolean {
  return wish.faults ?? wish.target === 'NONE';
}

/** The tables of the run that declare faults. */
export function faultyTables(tables: readonly FormTable[], wish: Wish): FormTable[] {
  return tables.filter((table) => (table.faults?.rate ?? 0) > 0 && !wish.skipped.includes(table.name));
}

/** Whether the form names anything to do. */
export function hasTarget(wish: Wish): boolean {
  return wish.target !== 'NONE' || Object.keys(wish.files).length > 0;
}

/** The form as it opens: into the tables where they exist, else to the first format. */
export function firstWish(tables: readonly FormTable[], formats: readonly { id: string }[], seed: BigIntValue): Wish {
  const ready = tables.length > 0 && tables.every((table) => table.state === 'MIGRATED');
  const [first] = formats;
  return {
    skipped: [],
    rows: {},
    seed: String(seed),
    target: ready ? 'REPLACE' : 'NONE',
    faults: null,
    files: ready || !first ? {} : { [first.id]: {} },
  };
}

/** A key that makes a click that is sent twice start one job. Works without a secure context, where randomUUID does not. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
