import { describe, expect, it } from 'vitest';
import { newDraft, newField } from './convert';
import { asIdentifier, guessReference } from './names';
import { placeOf } from './places';

describe('asIdentifier', () => {
  it.each([
    ['Full name', 'full_name'],
    ['Fecha de Alta', 'fecha_de_alta'],
    ['año', 'ano'],
    ['2nd-line', '_2nd_line'],
    ['e-mail!', 'e_mail'],
    ['x'.repeat(80), 'x'.repeat(55)],
  ])('%s becomes %s', (text, name) => {
    expect(asIdentifier(text)).toBe(name);
  });
});

describe('guessReference', () => {
  const key = { id: 'f', name: 'id', type: 'AUTO_INCREMENT' as const, unique: false, primaryKey: true };
  const tables = [
    { id: 'a', name: 'customers', displayName: null, position: 0, fields: [key] },
    { id: 'b', name: 'categories', displayName: null, position: 1, fields: [key] },
    { id: 'c', name: 'logs', displayName: null, position: 2, fields: [] },
  ];
  it.each([
    ['customer_id', 'customers'],
    ['category_id', 'categories'],
    ['id_customer', 'customers'],
    ['customer', undefined],
    ['log_id', undefined],
    ['id', undefined],
  ])('%s refers to %s', (name, table) => {
    expect(guessReference(name, tables)?.table).toBe(table);
  });
});

describe('placeOf', () => {
  const start = newDraft();
  const [id] = start.fields;
  const second = newField({ typeChosen: true });
  // The field that was never touched is not sent, so positions leave it out.
  const draft = { ...start, name: 'customers', fields: [...start.fields, second] };

  it.each([
    ['tables.customers.fields.id.params.domain', { here: true, key: id?.key, param: 'domain', property: 'params' }],
    ['tables[2].fields[1].name', { here: true, key: second.key, param: null, property: 'name' }],
    ['fields.id.type', { here: true, key: id?.key, param: null, property: 'type' }],
    ['tables.orders.fields.id.type', { here: false }],
    ['tables.customers.primary_key', { here: true, key: null, property: 'primary_key' }],
  ])('reads %s', (path, place) => {
    expect(placeOf(path, draft, 2)).toMatchObject(place);
  });
});
