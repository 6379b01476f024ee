import { describe, expect, it } from 'vitest';
import type { FormTable } from './operations';
import { faultyTables, firstWish, hasTarget, numberProblem, toInput, withFaults } from './request';

const table = (name: string, state: FormTable['state'] = 'MIGRATED'): FormTable => ({
  id: name,
  name,
  displayName: null,
  state,
  rowCount: 0,
  plannedRows: { total: 10, perParent: null },
  faults: null,
});

describe('the request of the form', () => {
  const tables = [table('customers'), table('orders')];
  const wish = firstWish(tables, [{ id: 'csv' }], 42);

  it('goes into the tables once they exist', () => {
    expect(wish.target).toBe('REPLACE');
    expect(firstWish([table('a', 'CHANGED')], [{ id: 'csv' }], 1)).toMatchObject({
      target: 'NONE',
      files: { csv: {} },
    });
  });

  it('leaves rows to the design unless they were typed', () => {
    const input = toInput('p', tables, { ...wish, rows: { orders: '10,000' } });
    expect(input?.tables).toEqual([
      { table: 'customers', rows: null },
      { table: 'orders', rows: 10_000 },
    ]);
  });

  it('keeps the exact digits of a large seed', () => {
    expect(toInput('p', tables, { ...wish, seed: '18446744073709551' })?.seed).toBe('18446744073709551');
  });

  it('leaves out skipped tables', () => {
    expect(toInput('p', tables, { ...wish, skipped: ['customers'] })?.tables).toHaveLength(1);
  });

  it('waits while a number can not be read', () => {
    expect(numberProblem('ten')).toBe('word');
    expect(numberProblem('-1')).toBe('negative');
    expect(toInput('p', tables, { ...wish, rows: { orders: 'ten' } })).toBeNull();
  });

  it('puts faults into files and keeps them out of tables, unless told', () => {
    expect(toInput('p', tables, wish)?.faults).toBe(false);
    expect(toInput('p', tables, { ...wish, target: 'NONE' })?.faults).toBe(true);
    expect(withFaults({ ...wish, faults: true })).toBe(true);
    expect(withFaults({ ...wish, target: 'NONE', faults: false })).toBe(false);
  });

  it('knows which of its tables declare faults', () => {
    const faulty = { ...table('payments'), faults: { rate: 0.05 } };
    const all = [...tables, faulty, { ...faulty, name: 'idle', faults: { rate: 0 } }];
    expect(faultyTables(all, wish).map(({ name }) => name)).toEqual(['payments']);
    expect(faultyTables(all, { ...wish, skipped: ['payments'] })).toEqual([]);
  });

  it('needs a target', () => {
    expect(hasTarget({ ...wish, target: 'NONE' })).toBe(false);
    expect(hasTarget({ ...wish, target: 'NONE', files: { xlsx: {} } })).toBe(true);
  });
});
