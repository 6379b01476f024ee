import { describe, expect, it } from 'vitest';
import type { Generator } from '../operations';
import { meanCount, readChildCount, startCount, writeChildCount } from './childCount';
import { constraintsOf } from './constraints';
import { firstParams, searchGenerators } from './search';

function generator(name: string, label: string, produces: Generator['produces'], examples: string[] = []): Generator {
  const words = { en: label, es: label };
  const family = name.split('.')[0] ?? '';
  return {
    name,
    family,
    familyLabel: { en: family, es: family },
    label: words,
    description: { en: '', es: '' },
    produces,
    params: [],
    example: null,
    exampleValues: examples,
    localized: false,
    unique: false,
    subjects: [],
  };
}

const ALL = [
  generator('person.full_name', 'Full name', ['STRING'], ['Lucía Hernández']),
  generator('internet.email', 'E-mail', ['EMAIL', 'STRING']),
  generator('commerce.price', 'Price', ['DECIMAL']),
];
const ask = { query: '', family: null, type: 'STRING' as const, text: (each: Generator) => each.label.en };
const names = (list: Generator[]) => list.map(({ name }) => name);

describe('the search in the catalogue', () => {
  it('sets those apart that make another type', () => {
    const { fitting, others } = searchGenerators(ALL, ask);
    expect(names(fitting)).toEqual(['person.full_name', 'internet.email']);
    expect(names(others)).toEqual(['commerce.price']);
  });

  it('sets none apart where any type will do', () => {
    expect(names(searchGenerators(ALL, { ...ask, type: null }).fitting)).toHaveLength(3);
  });

  it('finds by label, by name and by example, whatever the accents', () => {
    expect(names(searchGenerators(ALL, { ...ask, query: 'FULL' }).fitting)).toEqual(['person.full_name']);
    expect(names(searchGenerators(ALL, { ...ask, query: 'internet.e' }).fitting)).toEqual(['internet.email']);
    expect(names(searchGenerators(ALL, { ...ask, query: 'lucia' }).fitting)).toEqual(['person.full_name']);
  });

  it('puts what is of the family asked for first', () => {
    const mail = generator('internet.company_email', 'Company e-mail', ['STRING']);
    const company = generator('company.name', 'Company name', ['STRING']);
    const found = searchGenerators([mail, company], { ...ask, query: 'company' });
    expect(names(found.fitting)).toEqual(['company.name', 'internet.company_email']);
  });

  it('wants every word, and keeps to a family', () => {
    expect(searchGenerators(ALL, { ...ask, query: 'full price' })).toEqual({ fitting: [], others: [] });
    expect(names(searchGenerators(ALL, { ...ask, family: 'internet' }).fitting)).toEqual(['internet.email']);
  });
});

describe('children per parent', () => {
  it.each(['constant', 'uniform', 'poisson', 'choice'] as const)('%s comes back as it was written', (kind) => {
    const count = startCount(kind);
    expect(readChildCount(writeChildCount(count))).toEqual(count);
  });

  it('tells the mean', () => {
    expect(meanCount({ kind: 'uniform', min: 0, max: 5 })).toBe(2.5);
    expect(
      meanCount({
        kind: 'choice',
        weights: [
          [1, 1],
          [4, 2],
        ],
      }),
    ).toBe(3);
    expect(meanCount({ kind: 'choice', weights: [] })).toBe(0);
  });

  it('takes what it cannot read for one each', () => {
    expect(readChildCount('x')).toEqual({ kind: 'constant', value: 1 });
  });
});

describe('constraintsOf', () => {
  it('follows the descriptor, however it writes the names', () => {
    const words = { en: '', es: '' };
    const types = [
      {
        type: 'STRING' as const,
        label: words,
        description: words,
        constraints: ['max_length', 'pattern', 'minLength'],
      },
    ];
    expect(constraintsOf('STRING', types)).toEqual(['minLength', 'maxLength', 'pattern']);
    expect(constraintsOf('JSON', types)).toEqual([]);
  });
});

describe('firstParams', () => {
  const param = (name: string, kind: 'JSON' | 'FIELD' | 'LIST', required: boolean) =>
    ({ name, kind, required }) as never;

  it('takes from the example what the generator needs, but no names of fields', () => {
    const params = [
      param('parts', 'JSON', true),
      param('field', 'FIELD', true),
      param('other', 'JSON', false),
      param('fields', 'LIST', true),
    ];
    const example = { parts: [1], field: 'created_at', other: 2, fields: ['price'] };
    expect(firstParams({ params, example })).toEqual({ parts: [1] });
  });

  it('begins empty where there is no example', () => {
    expect(firstParams({ params: [param('parts', 'JSON', true)], example: null })).toEqual({});
  });
});
