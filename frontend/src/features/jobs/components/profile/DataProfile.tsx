import { Trans, useLingui } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { toNumber } from '../../../../graphql/bigint';
import { ErrorState } from '../../../../ui/ErrorState';
import { NumberText } from '../../../../ui/numbers';
import { Section } from '../../../../ui/Section';
import { RowSkeletons } from '../../../../ui/Skeletons';
import { JobReport, type TableProfile } from '../../operations';
import { ColumnCard } from './ColumnCard';
import { Conformance } from './Conformance';
import classes from './Profile.module.css';

/** What the rows of a finished job look like, and whether they are what was asked for. */
export function DataProfile({ jobId }: { jobId: string }) {
  const { t } = useLingui();
  const [{ data, error }, ask] = useQuery({ query: JobReport, variables: { id: jobId } });
  const report = data?.job?.report;
  return (
    <Section title={t`Data profile`} help={t`What the rows look like, and how they compare with what was asked.`}>
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={3} /> : null}
      {data && !report ? (
        <Text size="sm" c="var(--quiet)">
          <Trans>Nobody looked at the rows of this job. Jobs that are started now have a profile.</Trans>
        </Text>
      ) : null}
      {report?.tables.map((table) => (
        <Table key={table.name} table={table} />
      ))}
    </Section>
  );
}

function Table({ table }: { table: TableProfile }) {
  const off = table.checks.filter((check) => check.verdict === 'OFF').length;
  const holds = table.checks.filter((check) => check.verdict === 'HOLDS').length;
  const sampled = toNumber(table.sampledRows) < toNumber(table.rows);
  return (
    <details className={classes.table}>
      <summary>
        <Title order={3} component="span" className={classes.name}>
          {table.name}
        </Title>
        <span className={classes.quiet}>
          <NumberText value={table.rows} /> <Trans>rows</Trans> · <Trans>{holds} hold</Trans>
          {off > 0 ? (
            <strong className={classes.off}>
              {' '}
              · <Trans>{off} off</Trans>
            </strong>
          ) : null}
        </span>
      </summary>
      {sampled ? (
        <Text size="sm" c="var(--quiet)" mb="sm">
          <Trans>
            Histograms, frequent values and tests are of <NumberText value={table.sampledRows} /> rows, spread evenly;
            everything else is of all.
          </Trans>
        </Text>
      ) : null}
      {table.checks.length > 0 ? <Conformance table={table.name} checks={table.checks} /> : null}
      <div className={classes.columns}>
        {table.columns.map((column) => (
          <ColumnCard key={column.name} column={column} rows={table.rows} sampled={table.sampledRows} />
        ))}
      </div>
    </details>
  );
}
