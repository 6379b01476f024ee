import { Trans, useLingui } from '@lingui/react/macro';
import { Progress as Bar, Text } from '@mantine/core';
import { toNumber } from '../../../graphql/bigint';
import { DurationText, NumberText } from '../../../ui/numbers';
import type { Job, Progress } from '../operations';
import classes from './LiveProgress.module.css';
import { RateChart } from './RateChart';
import { useStepWords } from './stepWords';

type Shown = Job['progress'] | Progress;

function share(done: Shown['rowsDone'], total: Shown['rowsTotal']): number {
  const all = toNumber(total);
  return all === 0 ? 0 : Math.min(100, (toNumber(done) / all) * 100);
}

/** As a bar shows it and says it: whole percents, and a hundred only where it is all. */
const shown = Math.floor;

type Props = {
  progress: Shown;
  rates: readonly number[];
  /** Milliseconds from start to end, once it is over. */
  took: number | null;
};

/** How far a job is: the whole, each table, rows a second, time left. */
export function LiveProgress({ progress, rates, took }: Props) {
  const { t, i18n } = useLingui();
  const steps = useStepWords();
  const percent = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 0 }).format(shown(progress.percent));
  const running = progress.status === 'RUNNING';
  // Every row is made; the tables are still to take them in, and the files to be closed.
  const finishing = running && progress.rowsDone === progress.rowsTotal && toNumber(progress.rowsTotal) > 0;
  return (
    <div className={classes.live}>
      <div className={classes.figures}>
        <Figure label={t`Done`}>{percent} %</Figure>
        <Figure label={t`Rows`}>
          <NumberText value={progress.rowsDone} /> / <NumberText value={progress.rowsTotal} />
        </Figure>
        <Figure label={t`Rows per second`}>
          <NumberText value={Math.round(progress.rowsPerSecond)} />
        </Figure>
        {took === null ? (
          <Figure label={t`Time left`}>
            {running && !finishing && progress.secondsLeft != null ? (
              <DurationText milliseconds={Math.max(1, Math.ceil(progress.secondsLeft)) * 1000} />
            ) : (
              '–'
            )}
          </Figure>
        ) : (
          <Figure label={t`Took`}>
            <DurationText milliseconds={took} />
          </Figure>
        )}
      </div>
      <Bar value={shown(progress.percent)} size="lg" animated={running} aria-label={t`All rows`} />
      {took === null ? (
        <Text size="sm" c="var(--quiet)" role="status">
          {finishing ? steps('finishing') : (progress.message ?? steps(progress.step))}
        </Text>
      ) : null}
      {running ? <RateChart rates={rates} /> : null}
      <ul className={classes.tables}>
        {progress.tables.map((table) => (
          <li key={table.table}>
            <span>{table.table}</span>
            <Bar
              value={shown(share(table.rowsDone, table.rowsTotal))}
              size="sm"
              aria-label={t`Rows of ${table.table}`}
            />
            <span className={classes.count}>
              <NumberText value={table.rowsDone} />
              <Trans> of </Trans>
              <NumberText value={table.rowsTotal} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <div className={classes.value}>{children}</div>
    </div>
  );
}
