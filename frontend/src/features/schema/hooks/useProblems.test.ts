import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Violation } from '../../../ui/Violations';
import { newField } from '../draft/convert';
import type { Draft } from '../draft/types';
import { useProblems } from './useProblems';

const field = { ...newField(), name: 'size' };
const draft = { name: 'shirts', fields: [field] } as unknown as Draft;
const at = (path: string, code: string): Violation => ({
  path: `tables.shirts.fields.size.${path}`,
  code,
  severity: 'ERROR',
  message: `${code} at ${path}`,
  suggestion: null,
});
const look = (found: Violation[], refused: Violation[] = []) =>
  renderHook(() => useProblems(draft, 0, found, refused)).result.current;

const missing = at('params.values', 'missing_param');
const wrong = at('params.weights', 'out_of_bounds');

it('tells what is not filled in yet as such', () => {
  const { all, byField, ofParams, unfilled } = look([missing, wrong]);
  expect(all).toEqual([wrong]);
  expect(byField.get(field.key)?.map(({ severity }) => severity)).toEqual(['ERROR', 'INFO']);
  expect(ofParams(field.key)).toEqual({ weights: 'out_of_bounds at params.weights' });
  expect(unfilled(field.key)).toEqual({ values: 'missing_param at params.values' });
});

it('is an error once it was to be saved like that', () => {
  const { all, ofParams, unfilled } = look([missing], [missing]);
  expect(all).toEqual([missing]);
  expect(ofParams(field.key)).toEqual({ values: 'missing_param at params.values' });
  expect(unfilled(field.key)).toEqual({});
});

it('finds the faults that something is wrong with', () => {
  const fault = (path: string) => ({ ...wrong, path: `tables.shirts.faults.${path}`, message: path });
  const { ofFault, all } = look([fault('kinds[1].factor'), fault('kinds[1]'), fault('kinds[12].field')]);
  expect(all).toHaveLength(3);
  expect(ofFault(1)).toEqual({ factor: 'kinds[1].factor', '': 'kinds[1]' });
  expect(ofFault(0)).toEqual({});
});
