import { useLingui } from '@lingui/react';
import { bigText, toNumber } from '../graphql/bigint';
import type { BigIntValue } from '../graphql/tada';

/** An exact whole number with the separators of the language. */
export function NumberText({ value }: { value: BigIntValue }) {
  const { i18n } = useLingui();
  return <span className="num">{bigText(value, i18n.locale)}</span>;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in words: `1.4 MB`. */
export function bytesText(value: BigIntValue, locale: string): string {
  let size = toNumber(value);
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)} ${UNITS[unit]}`;
}

/** A size with its unit. */
export function BytesText({ value }: { value: BigIntValue }) {
  const { i18n } = useLingui();
  return <span className="num">{bytesText(value, i18n.locale)}</span>;
}

/** A duration in words: `340 ms`, `2.1 s`, `4 min 10 s`, `1 h 5 min`. */
export function durationText(milliseconds: number, locale: string): string {
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  if (milliseconds < 1000) return `${number(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${number(seconds, seconds < 10 ? 1 : 0)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${number(minutes)} min ${number(Math.floor(seconds % 60))} s`;
  return `${number(Math.floor(minutes / 60))} h ${number(minutes % 60)} min`;
}

/** A duration with its unit. */
export function DurationText({ milliseconds }: { milliseconds: number }) {
  const { i18n } = useLingui();
  return <span className="num">{durationText(milliseconds, i18n.locale)}</span>;
}
