import { describe, expect, it } from 'vitest';
import { allDiffer, bars, ends } from './picture';

describe('the picture of a distribution', () => {
  it('has bars as long as their share of the longest', () => {
    const bins = [
      { from: 0, to: 999, count: 30 },
      { from: 1000, to: 1999, count: 60 },
    ];
    expect(bars({ bins, top: [] }, 'en')).toEqual([
      { label: '0 – 999', count: 30, length: 0.5 },
      { label: '1,000 – 1,999', count: 60, length: 1 },
    ]);
    expect(ends({ bins }, 'es')).toEqual(['0', '1999']);
  });

  it('names single values and moments shortly', () => {
    const bins = [
      { from: 3, to: 3, count: 1 },
      { from: '2026-01-01T09:14:00Z', to: '2026-01-02T00:00:00Z', count: 0 },
    ];
    const top = [
      { value: true, count: 1 },
      { value: '', count: 1 },
    ];
    const labels = bars({ bins, top }, 'en').map(({ label }) => label);
    expect(labels).toEqual(['3', '2026-01-01 09:14 – 2026-01-02 00:00', 'true', '“”']);
  });

  it('is none where no value comes twice, or there is none', () => {
    const found = { rows: 10, nulls: 2, distinct: 8, shape: 'TOP' as const, logarithmic: false, bins: [], top: [] };
    expect(allDiffer(found)).toBe(true);
    expect(allDiffer({ ...found, distinct: 7 })).toBe(false);
    expect(bars(found, 'en')).toEqual([]);
    expect(ends(found, 'en')).toBeNull();
  });
});
