import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton, Text, VisuallyHidden } from '@mantine/core';
import { useBuilder } from '../context';
import { isBlank } from '../draft/convert';
import { allDiffer, bars, ends } from '../draft/picture';
import type { DraftField } from '../draft/types';
import { useDistribution } from '../hooks/useDistribution';
import type { Distribution } from '../operations';
import classes from './DistributionPart.module.css';

/** What the values of a field look like, from a sample of the table as it stands. */
export function DistributionPart({ field }: { field: DraftField }) {
  return field.name === '' || isBlank(field) ? null : <Sampled name={field.name} />;
}

function Sampled({ name }: { name: string }) {
  const { t } = useLingui();
  const { asked } = useBuilder();
  const { distribution, stale, error, busy } = useDistribution(asked, name);
  // What is wrong stands beside the fields and at the preview; a picture is not missed there.
  if (!distribution) return busy && !error ? <Skeleton height={88} mb="sm" /> : null;
  return (
    <figure
      className={classes.figure}
      aria-label={t`Values of ${name}`}
      aria-busy={busy}
      data-stale={stale || undefined}
    >
      <Picture found={distribution} name={name} />
      <Summary found={distribution} />
    </figure>
  );
}

function Picture({ found, name }: { found: Distribution; name: string }) {
  const { t, i18n } = useLingui();
  const all = bars(found, i18n.locale);
  if (all.length === 0) return null;
  if (allDiffer(found)) {
    return (
      <Text size="sm">
        <Trans>Every value is different.</Trans>
      </Text>
    );
  }
  const axis = ends(found, i18n.locale);
  return (
    <>
      {axis ? (
        <div aria-hidden>
          <div className={classes.bars}>
            {all.map((bar) => (
              <span key={bar.label} title={`${bar.label}: ${bar.count}`}>
                <span style={{ height: bar.count === 0 ? 0 : `max(1px, ${bar.length * 100}%)` }} />
              </span>
            ))}
          </div>
          <div className={classes.axis}>
            <span>{axis[0]}</span>
            {found.shape === 'LENGTHS' ? <span>{t`length`}</span> : null}
            {found.logarithmic ? <span>{t`widening steps`}</span> : null}
            <span>{axis[1]}</span>
          </div>
        </div>
      ) : (
        <ol className={classes.top} aria-hidden>
          {all.map((bar) => (
            <li key={bar.label}>
              <span style={{ width: `${bar.length * 100}%` }} />
              <span>{bar.label}</span>
              <span className="num">{share(bar.count, found.rows, i18n.locale)}</span>
            </li>
          ))}
        </ol>
      )}
      <VisuallyHidden>
        <table>
          <caption>{found.shape === 'LENGTHS' ? t`Lengths of ${name}` : t`Values of ${name}`}</caption>
          <tbody>
            {all.map((bar) => (
              <tr key={bar.label}>
                <th scope="row">{bar.label}</th>
                <td>{bar.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </>
  );
}

function share(count: number, of: number, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return percent.format(of === 0 ? 0 : count / of);
}

function Summary({ found: { rows, nulls, distinct } }: { found: Distribution }) {
  const { t, i18n } = useLingui();
  const parts = [
    t`${plural(rows, { one: '# row', other: '# rows' })} sampled`,
    plural(distinct, { one: '# value', other: '# different values' }),
    ...(nulls > 0 ? [t`${share(nulls, rows, i18n.locale)} empty`] : []),
  ];
  return (
    <figcaption>
      <Text size="xs" c="var(--quiet)" className="num">
        {parts.join(' · ')}
      </Text>
    </figcaption>
  );
}
