import { useLingui } from '@lingui/react/macro';
import classes from './RateChart.module.css';

const WIDTH = 480;
const HEIGHT = 64;

/** Rows a second over the last while, as a line. */
export function RateChart({ rates }: { rates: readonly number[] }) {
  const { t, i18n } = useLingui();
  if (rates.length < 2) return <div className={classes.empty} />;
  const top = Math.max(...rates, 1);
  const step = WIDTH / (rates.length - 1);
  const points = rates.map((rate, index) => `${index * step},${HEIGHT - 2 - (rate / top) * (HEIGHT - 6)}`);
  const number = (value: number) => new Intl.NumberFormat(i18n.locale).format(Math.round(value));
  const newest = number(rates.at(-1) ?? 0);
  const most = number(top);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t`Rows per second: ${newest} now, ${most} at most`}
    >
      <polygon points={`0,${HEIGHT} ${points.join(' ')} ${WIDTH},${HEIGHT}`} className={classes.area} />
      <polyline points={points.join(' ')} className={classes.line} />
    </svg>
  );
}
