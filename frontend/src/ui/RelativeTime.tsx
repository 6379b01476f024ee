import { useLingui } from '@lingui/react';
import { useEffect, useState } from 'react';

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** A moment seen from another: `3 minutes ago`, `in 2 days`. */
export function relativeText(moment: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = (moment - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(Math.trunc(seconds / 10) * 10, 'second');
}

/** A moment in words, with the exact one on hover. */
export function RelativeTime({ at }: { at: string }) {
  const { i18n } = useLingui();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const moment = Date.parse(at);
  const exact = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'full', timeStyle: 'medium' }).format(moment);
  return (
    <time dateTime={at} title={exact}>
      {relativeText(moment, Math.max(now, moment > now ? now : moment), i18n.locale)}
    </time>
  );
}
