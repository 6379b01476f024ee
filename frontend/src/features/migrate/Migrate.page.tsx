import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDatabaseCog, IconPlayerPlay } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { notify } from '../../ui/notify';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { RowSkeletons } from '../../ui/Skeletons';
import { type Violation, Violations } from '../../ui/Violations';
import { History } from './components/History';
import { Steps } from './components/Steps';
import { ApplyMigration, type MigrationItem, MigrationReview, type Plan, RollBackMigration } from './operations';

/** What the database will do to become as designed, one button that does it, and what was done before. */
export function MigratePage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: '/inside/projects/$projectId/migrate' });
  const [{ data, error }, ask] = useQuery({
    query: MigrationReview,
    variables: { id: projectId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const { apply, rollBack, busy, failure, violations } = useMigration(projectId, again);
  const history = data?.project?.migrations.nodes ?? [];
  return (
    <Page
      title={t`Review migration`}
      actions={
        <ButtonLink
          to="/projects/$projectId/generate"
          params={{ projectId }}
          variant="default"
          leftSection={<IconPlayerPlay size={16} />}
        >
          <Trans>Generate</Trans>
        </ButtonLink>
      }
    >
      {failure ? <ErrorState error={failure} /> : null}
      {error && !data ? <ErrorState error={error} onRetry={again} /> : null}
      {!data && !error ? <RowSkeletons rows={4} height={56} /> : null}
      {violations.length > 0 ? <Violations violations={violations} title={t`Nothing was changed`} /> : null}
      {data ? <Review plan={data.migrationPlan} projectId={projectId} busy={busy} onApply={apply} /> : null}
      {history.length > 0 ? (
        <Section title={t`History`}>
          <History migrations={history} busy={busy} onRollBack={rollBack} />
        </Section>
      ) : null}
    </Page>
  );
}

type ReviewProps = { plan: Plan; projectId: string; busy: boolean; onApply: (plan: Plan) => void };

function Review({ plan, projectId, busy, onApply }: ReviewProps) {
  const { t } = useLingui();
  const blocked = plan.violations.some((violation) => violation.severity === 'ERROR');
  if (plan.steps.length === 0 && !blocked) {
    return (
      <EmptyState
        title={t`The database is as designed`}
        icon={<IconDatabaseCog size={40} stroke={1.2} />}
        action={
          <ButtonLink to="/projects/$projectId" params={{ projectId }} variant="default">
            <Trans>Back to the tables</Trans>
          </ButtonLink>
        }
      >
        <Trans>Change a table, save it, and what the database has to do will be shown here first.</Trans>
      </EmptyState>
    );
  }
  const tables = new Set(plan.steps.map((step) => step.table)).size;
  const loses = plan.steps.some((step) => step.destructive);
  const what = plural(tables, { one: 'Change # table', other: 'Change # tables' });
  return (
    <Section
      title={t`What will happen`}
      help={<Trans>Everything in one transaction: if a step fails, all stays as it was.</Trans>}
      actions={
        <Button
          color={loses ? 'red' : undefined}
          loading={busy}
          disabled={blocked || plan.steps.length === 0}
          onClick={() => onApply(plan)}
        >
          {plan.baseRevision === 0
            ? plural(tables, {
                one: `Create # table in ${plan.database}`,
                other: `Create # tables in ${plan.database}`,
              })
            : t`${what} in ${plan.database}`}
        </Button>
      }
    >
      <Violations violations={plan.violations} />
      <Steps steps={plan.steps} />
    </Section>
  );
}

/** The two mutations, and what became of them. */
function useMigration(projectId: string, again: () => void) {
  const { t } = useLingui();
  const [applying, sendApply] = useMutation(ApplyMigration);
  const [rolling, sendRollBack] = useMutation(RollBackMigration);
  const [violations, setViolations] = useState<readonly Violation[]>([]);
  const settle = (found: readonly Violation[] | undefined, conflict: unknown, done: string | null) => {
    setViolations(found ?? []);
    if (conflict) void notify(t`The design changed meanwhile. This is the plan as it is now.`, 'problem');
    if (done) void notify(done);
    again();
  };
  const apply = async (plan: Plan) => {
    const { data } = await sendApply({ input: { projectId, fingerprint: plan.fingerprint } });
    const result = data?.applyMigration;
    const made = result?.migration;
    settle(
      result?.violations,
      result?.conflict,
      made ? t`Migration ${made.number} done in ${made.durationMs} ms` : null,
    );
  };
  const rollBack = async (migration: MigrationItem) => {
    const { data } = await sendRollBack({ id: migration.id });
    const result = data?.rollBackMigration;
    settle(
      result?.violations,
      result?.conflict,
      result?.migration ? t`Migration ${migration.number} rolled back` : null,
    );
  };
  return {
    apply,
    rollBack,
    violations,
    busy: applying.fetching || rolling.fetching,
    failure: applying.error ?? rolling.error,
  };
}
