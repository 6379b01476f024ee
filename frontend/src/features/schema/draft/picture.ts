import type { Json } from '../../../graphql/tada';
import { cellText } from '../../../ui/cell';
import type { Distribution } from '../operations';

/** A bar of a picture: what it stands for, and its length as a share of the longest. */
export type Bar = { label: string; count: number; length: number };

function shown(value: Json, locale: string): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value);
  if (value === '') return '“”';
  return cellText(value).replace(/:00$/, '');
}

/** From one value to another in words; of one value, the value. */
export function span({ from, to }: { from: Json; to: Json }, locale: string): string {
  const [low, high] = [shown(from, locale), shown(to, locale)];
  return low === high ? low : `${low} – ${high}`;
}

/** The bars of a distribution, in order. */
export function bars({ bins, top }: Pick<Distribution, 'bins' | 'top'>, locale: string): Bar[] {
  const counted = [
    ...bins.map((bin) => ({ label: span(bin, locale), count: bin.count })),
    ...top.map(({ value, count }) => ({ label: shown(value, locale), count })),
  ];
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return counted.map((bar) => ({ ...bar, length: bar.count / most }));
}

/** The ends of the line that the bars stand on. */
export function ends({ bins }: Pick<Distribution, 'bins'>, locale: string): [string, string] | null {
  const [first, last] = [bins[0], bins.at(-1)];
  return first && last ? [shown(first.from, locale), shown(last.to, locale)] : null;
}

/** Whether there is nothing to draw: no value comes twice. */
export function allDiffer({ rows, nulls, distinct, shape }: Distribution): boolean {
  return shape === 'TOP' && distinct > 1 && distinct === rows - nulls;
}
