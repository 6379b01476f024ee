import { describe, expect, it } from 'vitest';
import type { ApiTable } from '../operations';
import { fromApi, newDraft, newField, toInput } from './convert';
import { type DraftAction, type DraftState, reduce, startState } from './reducer';
import { NO_CONSTRAINTS } from './types';

function apiField(id: string, name: string, type: ApiTable['fields'][number]['type']): ApiTable['fields'][number] {
  return {
    id,
    name,
    displayName: null,
    description: '',
    type,
    nullable: false,
    nullRate: 0,
    unique: false,
    primaryKey: type === 'AUTO_INCREMENT',
    default: null,
    constraints: NO_CONSTRAINTS,
    reference: null,
    generator: null,
    effectiveGenerator: { name: 'text.words', params: {} },
  };
}

function apiTable(fields: ApiTable['fields'], revision = 1): ApiTable {
  return {
    id: 'T',
    projectId: 'P',
    name: 'customers',
    displayName: null,
    description: '',
    state: 'DRAFT',
    revision,
    position: 0,
    primaryKey: ['id'],
    uniqueKeys: [],
    indexes: [],
    faults: null,
    rowCount: null,
    plannedRows: { total: 1000, perParent: null },
    fields,
  };
}

const TABLE = apiTable([
  apiField('1', 'id', 'AUTO_INCREMENT'),
  apiField('2', 'full_name', 'STRING'),
  apiField('3', 'email', 'EMAIL'),
]);

function begin(): DraftState {
  return startState(fromApi(TABLE), TABLE.revision);
}

function run(state: DraftState, ...actions: DraftAction[]): DraftState {
  return actions.reduce(reduce, state);
}

const names = (state: DraftState) => state.present.fields.map((field) => field.name);

describe('the draft of a table', () => {
  it('says the same as the saved table while nothing was changed', () => {
    const input = toInput(begin().present);
    expect(input.name).toBe('customers');
    expect(input.primaryKey).toEqual(['id']);
    expect(input.plannedRows).toEqual({ total: 1000 });
    expect(input.fields.map((field) => field.id)).toEqual(['1', '2', '3']);
  });

  it('adds after a field, moves, and removes', () => {
    const field = newField({ key: 'k', name: 'segment' });
    const state = run(
      begin(),
      { do: 'add', after: '1', field },
      { do: 'move', key: 'k', to: 3 },
      { do: 'remove', key: '2' },
    );
    expect(names(state)).toEqual(['id', 'email', 'segment']);
  });

  it('does not move past the ends', () => {
    const state = begin();
    expect(run(state, { do: 'move', key: '1', to: -1 })).toBe(state);
    expect(run(state, { do: 'move', key: '3', to: 3 })).toBe(state);
  });

  it('undoes typing as one step, and other changes one by one', () => {
    const rename = (name: string): DraftAction => ({ do: 'rename', key: '2', name, fieldParams: new Set() });
    const typed = run(begin(), rename('n'), rename('na'), rename('nam'), { do: 'move', key: '2', to: 2 });
    expect(names(typed)).toEqual(['id', 'email', 'nam']);
    const once = run(typed, { do: 'undo' });
    expect(names(once)).toEqual(['id', 'nam', 'email']);
    const twice = run(once, { do: 'undo' });
    expect(names(twice)).toEqual(['id', 'full_name', 'email']);
    expect(names(run(twice, { do: 'undo' }))).toEqual(['id', 'full_name', 'email']);
    expect(names(run(twice, { do: 'redo' }, { do: 'redo' }))).toEqual(['id', 'email', 'nam']);
  });

  it('follows a renamed field into the keys and into the parameters that name it', () => {
    const generator = { name: 'person.email', params: { from: 'full_name', domain: 'full_name' } };
    const state = run(
      begin(),
      { do: 'field', key: '3', patch: { generator } },
      { do: 'table', patch: { uniqueKeys: [['2', '3']] } },
      { do: 'rename', key: '2', name: 'name', fieldParams: new Set(['person.email.from']) },
    );
    const input = toInput(state.present);
    expect(input.uniqueKeys).toEqual([['name', 'email']]);
    expect(input.fields[2]?.generator?.params).toEqual({ from: 'name', domain: 'full_name' });
  });

  it('takes a proposed type until a person chooses one, and undoes it with the typing', () => {
    const start = run(begin(), { do: 'add', after: null, field: newField({ key: 'k' }) });
    const named = run(start, { do: 'rename', key: 'k', name: 'email', fieldParams: new Set() });
    const propose = (name: string): DraftAction => ({ do: 'propose', key: 'k', name, type: 'EMAIL', reference: null });
    expect(run(named, propose('mail'))).toBe(named);
    const proposed = run(named, propose('email'));
    expect(proposed.present.fields.at(-1)?.type).toBe('EMAIL');
    expect(run(proposed, { do: 'undo' }).present).toEqual(start.present);
    const chosen = run(named, { do: 'retype', key: 'k', type: 'TEXT' });
    expect(run(chosen, propose('email'))).toBe(chosen);
  });

  it('forgets what belonged to the old type', () => {
    const constraints = { ...NO_CONSTRAINTS, maxLength: 40 };
    const state = run(
      begin(),
      { do: 'field', key: '2', patch: { constraints, generator: { name: 'person.full_name', params: {} } } },
      { do: 'retype', key: '2', type: 'INTEGER' },
    );
    expect(state.present.fields[1]).toMatchObject({ type: 'INTEGER', constraints: NO_CONSTRAINTS, generator: null });
  });

  it('drops a removed field from keys, indexes and planned rows', () => {
    const state = run(
      begin(),
      { do: 'table', patch: { plannedRows: { field: '3', count: { constant: { value: 2 } } }, indexes: [['3']] } },
      { do: 'remove', key: '3' },
      { do: 'remove', key: '1' },
    );
    const input = toInput(state.present);
    expect(input).toMatchObject({ indexes: [], primaryKey: [], plannedRows: { total: 100 } });
  });

  it('leaves out fields that were added and never touched', () => {
    expect(toInput(newDraft()).fields.map((field) => field.name)).toEqual(['id']);
  });

  it('keeps editor keys when a new field is saved', () => {
    const field = newField({ key: 'k', name: 'segment', typeChosen: true });
    const before = run(begin(), { do: 'add', after: null, field });
    const saved = apiTable([...TABLE.fields, apiField('4', 'segment', 'STRING')], 2);
    const after = run(before, { do: 'saved', table: saved });
    expect(after.present.fields.at(-1)).toMatchObject({ key: 'k', id: '4' });
    expect(after.revision).toBe(2);
    expect(after.past).toEqual([]);
  });
});
