import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AnchorLink } from '../../../app/links';
import { toNumber } from '../../../graphql/bigint';
import type { ProjectOverview } from '../operations';
import classes from './NextSteps.module.css';

type State = 'done' | 'now' | 'later';

/** What is done and what comes next, until the tables stand in the database and hold rows. */
export function NextSteps({ project }: { project: ProjectOverview }) {
  const { t } = useLingui();
  const params = { projectId: project.id };
  const count = project.tables.length;
  const pending = project.tables.filter((table) => table.state !== 'MIGRATED').length;
  const filled = project.tables.some((table) => table.rowCount !== null && toNumber(table.rowCount) > 0);
  if (pending === 0 && filled) return null;
  const tables = plural(count, { one: '# table', other: '# tables' });
  const waiting = plural(pending, { one: '# table to create or change', other: '# tables to create or change' });
  const later = (ready: boolean, done: boolean): State => (done ? 'done' : ready ? 'now' : 'later');
  return (
    <ol className={classes.steps} aria-label={t`What comes next`}>
      <Step number={1} state="done" title={t`Design`}>
        {t`${tables}, ready to be changed below`}
      </Step>
      <Step number={2} state={later(true, pending === 0)} title={t`Migrate`}>
        {pending === 0 ? t`The database holds the tables as designed` : waiting}
      </Step>
      <Step number={3} state={later(pending === 0, filled)} title={t`Generate`}>
        <AnchorLink to="/projects/$projectId/generate" params={params}>
          {pending === 0 ? t`Fill the tables, or make files` : t`Files at once; the tables after step 2`}
        </AnchorLink>
      </Step>
    </ol>
  );
}

function Step({
  number,
  state,
  title,
  children,
}: {
  number: number;
  state: State;
  title: string;
  children: ReactNode;
}) {
  return (
    <li className={classes.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {state === 'done' ? <IconCheck size={14} /> : number}
      </span>
      <div>
        <strong>{title}</strong>
        <span className={classes.detail}>{children}</span>
      </div>
    </li>
  );
}
