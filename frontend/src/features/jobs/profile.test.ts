import { describe, expect, it } from 'vitest';
import type { Check } from './operations';
import { bins, byVerdict, chanceText, shareText, valueText } from './profile';

describe('a histogram', () => {
  it('has its bins with their edges, as tall as the tallest allows', () => {
    const shown = bins({ edges: [0, 10, 20], counts: [5, 20], below: 0, above: 0 }, 'en');
    expect(shown).toEqual([
      { label: '0 – 10', count: 5, height: 0.25 },
      { label: '10 – 20', count: 20, height: 1 },
    ]);
  });

  it('tells of what lies beside the bins only where there is any', () => {
    const shown = bins({ edges: [0, 1_000], counts: ['4'], below: 0, above: 2 }, 'es');
    expect(shown.map((bin) => bin.label)).toEqual(['0 – 1000', '≥ 1000']);
    expect(shown[1]?.height).toBe(0.5);
  });

  it('of nothing is flat', () => {
    expect(bins({ edges: [0, 1], counts: [0], below: 0, above: 0 }, 'en')[0]?.height).toBe(0);
  });
});

describe('figures', () => {
  it('show moments without their T and numbers in few digits', () => {
    expect(valueText('2026-01-01T09:30:00Z', 'en')).toBe('2026-01-01 09:30:00');
    expect(valueText(1234.56789, 'en')).toBe('1,234.57');
  });

  it('call little not none', () => {
    expect(shareText(0, 10, 'en')).toBe('0%');
    expect(shareText(3, 10, 'en')).toBe('30%');
    expect(shareText(1, '10000000', 'en')).toBe('< 0.01%');
    expect(shareText(0, 0, 'en')).toBe('0%');
    expect(chanceText(0.00000002, 'en')).toBe('< 0.0001');
    expect(chanceText(0.51234, 'en')).toBe('0.5123');
  });
});

it('puts what is off first and keeps the order of the fields', () => {
  const check = (field: string, verdict: Check['verdict']) =>
    ({ fields: [field], kind: 'UNIQUE', asked: '', got: '', verdict }) as Check;
  const given = [check('a', 'HOLDS'), check('b', 'NOT_TESTED'), check('c', 'OFF'), check('d', 'HOLDS')];
  expect(byVerdict(given).map((each) => each.fields[0])).toEqual(['c', 'a', 'd', 'b']);
});
