import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { FieldRow } from '../../../ui/FieldRow';
import { BytesText, NumberText } from '../../../ui/numbers';
import { RelativeTime } from '../../../ui/RelativeTime';
import { Section } from '../../../ui/Section';
import type { Job } from '../operations';
import { useEventWords } from './eventWords';
import classes from './JobFacts.module.css';
import { StatusBadge } from './StatusBadge';

/** What a job was asked for, its attempts, and what happened when. */
export function JobFacts({ job }: { job: Job }) {
  const { t, i18n } = useLingui();
  const words = useEventWords();
  const moment = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const clock = new Intl.DateTimeFormat(i18n.locale, { timeStyle: 'medium' });
  return (
    <>
      <Section title={t`Details`}>
        <dl className={classes.facts}>
          <FieldRow label={t`Seed`}>
            <span className="num">{String(job.seed)}</span>
          </FieldRow>
          <FieldRow label={t`“Now” in the data`}>{moment.format(Date.parse(job.asOf))}</FieldRow>
          <FieldRow label={t`Started`}>
            <RelativeTime at={job.startedAt ?? job.createdAt} />
            {job.createdBy ? ` · ${job.createdBy.name}` : ''}
          </FieldRow>
        </dl>
      </Section>
      {job.executions.length > 0 ? (
        <Section title={t`Attempts`}>
          <ul className={classes.list}>
            {job.executions.map((execution) => (
              <li key={execution.attempt}>
                <span className="num">#{execution.attempt}</span>
                <StatusBadge status={execution.status} />
                {execution.finishedAt ? (
                  <Text size="sm" c="var(--quiet)">
                    <NumberText value={execution.rowsDone} /> <Trans>rows</Trans> ·{' '}
                    <NumberText value={Math.round(execution.rowsPerSecond)} /> <Trans>rows/s</Trans> ·{' '}
                    <BytesText value={execution.bytesWritten} />
                  </Text>
                ) : null}
                {execution.error ? <Text size="sm">{execution.error.message}</Text> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {job.events.length > 0 ? (
        <Section title={t`What happened`}>
          <ol className={`${classes.list} ${classes.events}`}>
            {job.events.map((event) => (
              <li key={`${event.at} ${event.kind} ${event.message}`}>
                <time dateTime={event.at} title={moment.format(Date.parse(event.at))} className="num">
                  {clock.format(Date.parse(event.at))}
                </time>
                <span>{words(event)}</span>
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </>
  );
}
