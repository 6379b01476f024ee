import { toNumber } from '../../graphql/bigint';
import type { BigIntValue, Json } from '../../graphql/tada';
import { cellText } from '../../ui/cell';
import type { Check, Histogram } from './operations';

/** A bin as it is drawn and told: where it lies, how many values it has, and how tall it is of the tallest. */
export type Bin = { label: string; count: BigIntValue; height: number };

/** A number or a moment in a short text. */
export function valueText(value: Json, locale: string): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value);
  return cellText(value);
}

/** The bins of a histogram, with what lies before the first and behind the last where there is any. */
export function bins(histogram: Histogram, locale: string): Bin[] {
  const { edges, counts } = histogram;
  const text = (at: number) => valueText(edges[at] ?? null, locale);
  const all = [
    { label: `< ${text(0)}`, count: histogram.below, beside: true },
    ...counts.map((count, at) => ({ label: `${text(at)} – ${text(at + 1)}`, count, beside: false })),
    { label: `≥ ${text(edges.length - 1)}`, count: histogram.above, beside: true },
  ];
  const shown = all.filter((bin) => !bin.beside || toNumber(bin.count) > 0);
  const most = Math.max(1, ...shown.map((bin) => toNumber(bin.count)));
  return shown.map(({ label, count }) => ({ label, count, height: toNumber(count) / most }));
}

/** A share of all as a percentage; what is little is not called none. */
export function shareText(part: BigIntValue, all: BigIntValue, locale: string): string {
  const share = toNumber(all) === 0 ? 0 : toNumber(part) / toNumber(all);
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 2 : 1 });
  return share > 0 && share < 0.0001 ? `< ${format.format(0.0001)}` : format.format(share);
}

/** How likely chance strays as far: few digits, and never a zero that is none. */
export function chanceText(pValue: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  return pValue < 0.0001 ? `< ${format.format(0.0001)}` : format.format(pValue);
}

const ORDER: readonly Check['verdict'][] = ['OFF', 'HOLDS', 'NOT_TESTED'];

/** What is off first, then what holds; each in the order of the fields. */
export function byVerdict(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}
