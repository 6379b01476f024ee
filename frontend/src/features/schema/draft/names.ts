import type { SiblingTable } from '../operations';
import type { Reference } from './types';

const LONGEST = 55;

/** What a person types as the name of a column: `Fecha de Alta` becomes `fecha_de_alta`. */
export function asIdentifier(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\-.]+/g, '_')
    .replace(/[^a-z0-9_]/g, '');
  return (/^\d/.test(plain) ? `_${plain}` : plain).slice(0, LONGEST);
}

/** The field of a table that others can refer to: its one-field primary key, else a unique field. */
export function keyField(table: SiblingTable): string | null {
  const keys = table.fields.filter((field) => field.primaryKey);
  if (keys.length === 1) return keys[0]?.name ?? null;
  return table.fields.find((field) => field.unique)?.name ?? null;
}

/** Fields of a table that a foreign key can refer to. */
export function referable(table: SiblingTable): string[] {
  const keys = table.fields.filter((field) => field.primaryKey);
  const single = keys.length === 1 ? keys : [];
  return [...new Set([...single, ...table.fields.filter((field) => field.unique)].map((field) => field.name))];
}

function plurals(word: string): string[] {
  return [word, `${word}s`, `${word}es`, word.replace(/y$/, 'ies')];
}

/** `customer_id` beside a table `customers` is a reference to it. */
export function guessReference(name: string, tables: readonly SiblingTable[]): Reference | null {
  const [, word] = /^(?:id_)?(.+?)(?:_id)?$/.exec(name) ?? [];
  if (!word || word === name) return null;
  const parent = tables.find((table) => plurals(word).includes(table.name));
  const field = parent ? keyField(parent) : null;
  return parent && field ? { table: parent.name, field, onDelete: 'RESTRICT' } : null;
}
