import type { Json } from '../../graphql/tada';
import type { Field, Filter, FilterOp, Sort } from './operations';

/** What a person sees of a table; lives in the address, so a link shows the same. */
export type View = { filter?: Filter[]; sort?: Sort };

const TEXT_OPS: FilterOp[] = ['CONTAINS', 'STARTS_WITH', 'EQ', 'NE'];
const ORDERED_OPS: FilterOp[] = ['EQ', 'NE', 'LT', 'LE', 'GT', 'GE'];
const OPS: readonly string[] = [...TEXT_OPS, ...ORDERED_OPS, 'IN', 'IS_NULL', 'IS_NOT_NULL'];

/** The comparisons that make sense for a field. */
export function opsFor(field: Field): FilterOp[] {
  const nulls: FilterOp[] = field.nullable ? ['IS_NULL', 'IS_NOT_NULL'] : [];
  switch (field.type) {
    case 'STRING':
    case 'TEXT':
    case 'EMAIL':
    case 'URL':
    case 'PHONE':
    case 'IP_ADDRESS':
      return [...TEXT_OPS, ...nulls];
    case 'INTEGER':
    case 'BIG_INTEGER':
    case 'FLOAT':
    case 'DECIMAL':
    case 'AUTO_INCREMENT':
    case 'DATE':
    case 'TIME':
    case 'DATETIME':
    case 'FOREIGN_KEY':
      return [...ORDERED_OPS, ...nulls];
    case 'BOOLEAN':
    case 'ENUM':
    case 'UUID':
      return ['EQ', 'NE', ...nulls];
    case 'JSON':
    case 'BINARY':
      return nulls;
  }
}

/** Whether a comparison wants a value. */
export function needsValue(op: FilterOp): boolean {
  return op !== 'IS_NULL' && op !== 'IS_NOT_NULL';
}

/** What was typed, as the field's type wants it; undefined: not readable. */
export function filterValue(field: Field, text: string): Json | undefined {
  switch (field.type) {
    case 'INTEGER':
    case 'FLOAT':
    case 'AUTO_INCREMENT':
    case 'BIG_INTEGER': {
      const number = Number(text);
      if (text.trim() === '' || Number.isNaN(number)) return undefined;
      return Number.isSafeInteger(number) || field.type === 'FLOAT' ? number : text.trim();
    }
    case 'FOREIGN_KEY':
      return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
    case 'BOOLEAN':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    default:
      return text === '' ? undefined : text;
  }
}

/** The next order of a column: up, down, none. */
export function nextSort(field: string, sort: Sort | undefined): Sort | undefined {
  if (sort?.field !== field) return { field, direction: 'ASC' };
  return sort.direction === 'ASC' ? { field, direction: 'DESC' } : undefined;
}

/** Reads a view from an address; what is not one is left out. */
export function readView(search: Record<string, unknown>): View {
  const view: View = {};
  const sort = search.sort as Partial<Sort> | undefined;
  if (typeof sort?.field === 'string' && (sort.direction === 'ASC' || sort.direction === 'DESC')) {
    view.sort = { field: sort.field, direction: sort.direction };
  }
  const filter = Array.isArray(search.filter) ? search.filter.filter(isFilter) : [];
  if (filter.length > 0) view.filter = filter;
  return view;
}

function isFilter(value: unknown): value is Filter {
  const candidate = value as Partial<Filter> | null;
  return typeof candidate?.field === 'string' && OPS.includes(String(candidate.op));
}
