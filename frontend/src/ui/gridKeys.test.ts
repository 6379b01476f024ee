import { expect, it } from 'vitest';
import { moved } from './gridKeys';

const size = { rows: 100, columns: 5 };

it('moves by cells and stays inside', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowDown', false, size)).toEqual({ row: 1, column: 0 });
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', false, size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 3, column: 4 }, 'ArrowRight', false, size)).toEqual({ row: 3, column: 4 });
});

it('moves by pages and to the ends', () => {
  expect(moved({ row: 90, column: 1 }, 'PageDown', false, size)).toEqual({ row: 99, column: 1 });
  expect(moved({ row: 50, column: 2 }, 'Home', true, size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 50, column: 2 }, 'End', false, size)).toEqual({ row: 50, column: 4 });
});

it('leaves other keys alone', () => {
  expect(moved({ row: 0, column: 0 }, 'a', false, size)).toBeNull();
});
