import { Trans, useLingui } from '@lingui/react/macro';
import { NumberText } from '../../../../ui/numbers';
import type { Histogram } from '../../operations';
import { bins } from '../../profile';
import classes from './Profile.module.css';

const WIDTH = 240;
const HEIGHT = 48;

/** How values are spread: bars, and the same as a table for those who ask. */
export function HistogramChart({ histogram, name }: { histogram: Histogram; name: string }) {
  const { t, i18n } = useLingui();
  const shown = bins(histogram, i18n.locale);
  const step = WIDTH / shown.length;
  const first = shown[0]?.label ?? '';
  const last = shown.at(-1)?.label ?? '';
  return (
    <div>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t`Histogram of ${name}`}
      >
        {shown.map((bin, at) => (
          <rect
            key={bin.label}
            x={at * step}
            y={HEIGHT - bin.height * HEIGHT}
            width={Math.max(1, step - 1)}
            height={bin.height * HEIGHT}
          >
            <title>{`${bin.label}: ${bin.count}`}</title>
          </rect>
        ))}
      </svg>
      <div className={classes.ends} aria-hidden>
        <span>{first}</span>
        <span>{shown.length > 1 ? last : ''}</span>
      </div>
      <details className={classes.details}>
        <summary>
          <Trans>Histogram as a table</Trans>
        </summary>
        <table aria-label={t`Histogram of ${name} as a table`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>From – to</Trans>
              </th>
              <th scope="col">
                <Trans>Rows</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((bin) => (
              <tr key={bin.label}>
                <td>{bin.label}</td>
                <td>
                  <NumberText value={bin.count} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
