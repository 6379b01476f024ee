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
  const { all, byField, ofParams } = look([missing, wrong]);
  expect(all).toEqual([wrong]);
  expect(byField.get(field.key)?.map(({ severity }) => severity)).toEqual(['ERROR', 'INFO']);
  expect(ofParams(field.key)).toEqual({
    problems: { weights: 'out_of_bounds at params.weights' },
    unfilled: { values: 'missing_param at params.values' },
  });
});

it('is an error once it was to be saved like that', () => {
  const { all, ofParams } = look([missing], [missing]);
  expect(all).toEqual([missing]);
  expect(ofParams(field.key)).toEqual({ problems: { values: 'missing_param at params.values' }, unfilled: {} });
});

it('keeps the place inside the parameters, and everything that is said about one', () => {
  const path = 'params.members[2].generator.params.min';
  const { ofParams } = look([at(path, 'beyond_field'), at(path, 'empty_range'), at('params.parts[0]', 'empty_range')]);
  expect(ofParams(field.key).problems).toEqual({
    'members.#2.generator.params.min': `beyond_field at ${path} empty_range at ${path}`,
    'parts.#0': 'empty_range at params.parts[0]',
  });
});

it('knows a field that is called params', () => {
  const odd = { ...newField(), name: 'params' };
  const { result } = renderHook(() =>
    useProblems(
      { name: 'shirts', fields: [odd] } as unknown as Draft,
      0,
      [{ ...wrong, path: 'tables.shirts.fields.params.min' }],
      [],
    ),
  );
  expect(result.current.ofParams(odd.key).problems).toEqual({});
  expect(result.current.ofProperties(odd.key)).toEqual({ min: wrong.message });
});

it('tells two things at one place, each once', () => {
  const other = { ...wrong, message: 'another thing' };
  expect(look([wrong, other], [other]).ofParams(field.key).problems).toEqual({
    weights: 'out_of_bounds at params.weights another thing',
  });
});

it('finds the faults that something is wrong with', () => {
  const fault = (path: string) => ({ ...wrong, path: `tables.shirts.faults.${path}`, message: path });
  const { ofFault, all } = look([fault('kinds[1].factor'), fault('kinds[1]'), fault('kinds[12].field')]);
  expect(all).toHaveLength(3);
  expect(ofFault(1)).toEqual({ factor: 'kinds[1].factor', '': 'kinds[1]' });
  expect(ofFault(0)).toEqual({});
});
