import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { RowSkeletons } from '../../ui/Skeletons';
import { type Violation, Violations } from '../../ui/Violations';
import { EstimateLine } from './components/EstimateLine';
import { FaultsChoice } from './components/FaultsChoice';
import { RowsTable } from './components/RowsTable';
import { Targets } from './components/Targets';
import { EstimateGeneration, type Format, GenerateForm, type GenerateProject, StartGeneration } from './operations';
import { firstWish, hasTarget, newKey, numberProblem, toInput, type Wish } from './request';

/** Rows per table, seed and targets; the run itself is the job's page. */
export function GeneratePage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: '/inside/projects/$projectId/generate' });
  const [{ data, error }, ask] = useQuery({
    query: GenerateForm,
    variables: { id: projectId },
    requestPolicy: 'cache-and-network',
  });
  const project = data?.project;
  return (
    <Page title={t`Generate`} width="text">
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={6} /> : null}
      {project && project.tables.length === 0 ? (
        <EmptyState
          title={t`No table yet`}
          action={
            <ButtonLink to="/projects/$projectId" params={{ projectId }}>
              <Trans>Make a table</Trans>
            </ButtonLink>
          }
        >
          <Trans>Rows need a table to go by.</Trans>
        </EmptyState>
      ) : null}
      {project && project.tables.length > 0 ? <Form key={project.id} project={project} formats={data.formats} /> : null}
    </Page>
  );
}

type FormProps = { project: GenerateProject; formats: readonly Format[] };

function Form({ project, formats }: FormProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [wish, setWish] = useState<Wish>(() => firstWish(project.tables, formats, project.seed));
  const [refused, setRefused] = useState<readonly Violation[]>([]);
  const [starting, start] = useMutation(StartGeneration);
  const input = useMemo(() => toInput(project.id, project.tables, wish), [project, wish]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed request is another job
  const idempotencyKey = useMemo(newKey, [input]);
  const [settled] = useDebouncedValue(input, 250);
  const [{ data, fetching }] = useQuery({
    query: EstimateGeneration,
    variables: { input: settled ?? { projectId: project.id } },
    pause: settled === null,
    requestPolicy: 'network-only',
  });
  const estimate = data?.estimateGeneration;
  const ready = project.tables.every((table) => wish.skipped.includes(table.name) || table.state === 'MIGRATED');
  const violations = refused.length > 0 ? refused : (estimate?.violations ?? []);
  const blocked = violations.some((violation) => violation.severity === 'ERROR');
  const change = (next: Wish) => {
    setRefused([]);
    setWish(next);
  };
  const run = async () => {
    if (input === null) return;
    const { data: answer } = await start({ input: { ...input, idempotencyKey } });
    const job = answer?.startGeneration.job;
    setRefused(answer?.startGeneration.violations ?? []);
    if (job) await navigate({ to: '/jobs/$jobId', params: { jobId: job.id } });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      {starting.error ? <ErrorState error={starting.error} /> : null}
      <Violations violations={violations} />
      <Section title={t`Rows`} help={t`Empty: as planned in the design. A table that follows another changes with it.`}>
        <RowsTable
          tables={project.tables}
          relations={project.relations}
          estimate={estimate}
          wish={wish}
          onChange={change}
        />
      </Section>
      <Section title={t`Seed`} help={t`The same design, seed and rows give the same values, always.`}>
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <TextInput
            aria-label={t`Seed`}
            inputMode="numeric"
            autoComplete="off"
            flex="0 1 15rem"
            value={wish.seed}
            error={numberProblem(wish.seed) ? t`A whole number from 0, please` : undefined}
            onChange={(event) => change({ ...wish, seed: event.currentTarget.value })}
          />
          <Button
            variant="default"
            flex="none"
            leftSection={<IconRefresh size={16} />}
            onClick={() => change({ ...wish, seed: String(Math.floor(Math.random() * 1_000_000_000)) })}
          >
            <Trans>Another seed</Trans>
          </Button>
        </Group>
      </Section>
      <Section title={t`Where to`}>
        <Targets projectId={project.id} ready={ready} formats={formats} wish={wish} onChange={change} />
      </Section>
      <FaultsChoice tables={project.tables} wish={wish} onChange={change} />
      <Group justify="space-between" align="center">
        <EstimateLine estimate={input === null ? undefined : estimate} busy={fetching} />
        <Button
          type="submit"
          leftSection={<IconPlayerPlay size={16} />}
          loading={starting.fetching}
          disabled={input === null || blocked || !hasTarget(wish)}
        >
          <Trans>Generate rows</Trans>
        </Button>
      </Group>
    </form>
  );
}
