import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useWords } from '../../../i18n/words';
import { ErrorState } from '../../../ui/ErrorState';
import { Panel } from '../../../ui/Panel';
import { ParamForm } from '../../../ui/params/ParamForm';
import type { ParamValues } from '../../../ui/params/types';
import { RowSkeletons } from '../../../ui/Skeletons';
import { Violations } from '../../../ui/Violations';
import { ExportForm, type ExportFormData, StartExport } from '../operations';

type Props = { projectId: string; onClose: () => void };

/** Chooses tables, format and options of a file made from rows that are there. */
export function ExportDialog({ projectId, onClose }: Props) {
  const { t } = useLingui();
  const [{ data, error }] = useQuery({
    query: ExportForm,
    variables: { id: projectId },
    requestPolicy: 'cache-and-network',
  });
  return (
    <Panel onClose={onClose} title={t`Export rows of the tables`}>
      {error && !data ? <ErrorState error={error} /> : null}
      {data ? <Form projectId={projectId} data={data} /> : <RowSkeletons rows={6} />}
    </Panel>
  );
}

function Form({ projectId, data }: { projectId: string; data: ExportFormData }) {
  const { t } = useLingui();
  const words = useWords();
  const navigate = useNavigate();
  const tables = data.project?.tables.filter((table) => table.state !== 'DRAFT') ?? [];
  const [left, setLeft] = useState<readonly string[]>([]);
  const [id, setId] = useState(data.formats[0]?.id ?? '');
  const [options, setOptions] = useState<ParamValues>({});
  const [sending, send] = useMutation(StartExport);
  const format = data.formats.find((each) => each.id === id);
  const chosen = tables.map((table) => table.name).filter((name) => !left.includes(name));
  const start = async () => {
    const { data: answer } = await send({ input: { projectId, tables: chosen, format: id, options } });
    const job = answer?.startExport.job;
    if (job) await navigate({ to: '/jobs/$jobId', params: { jobId: job.id } });
  };
  return (
    <Stack gap="md">
      {sending.error ? <ErrorState error={sending.error} /> : null}
      <Violations violations={sending.data?.startExport.violations ?? []} />
      <Checkbox.Group label={t`Tables`} value={chosen}>
        <Stack gap="xs" mt="xs">
          {tables.map((table) => (
            <Checkbox
              key={table.id}
              value={table.name}
              label={table.displayName ?? table.name}
              onChange={() =>
                setLeft(left.includes(table.name) ? left.filter((name) => name !== table.name) : [...left, table.name])
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Radio.Group
        label={t`Format`}
        value={id}
        onChange={(next) => {
          setId(next);
          setOptions({});
        }}
      >
        <Stack gap="xs" mt="xs">
          {data.formats.map((each) => (
            <Radio key={each.id} value={each.id} label={words(each.label)} description={words(each.description)} />
          ))}
        </Stack>
      </Radio.Group>
      {format && format.params.length > 0 ? (
        <ParamForm params={format.params} value={options} onChange={setOptions} />
      ) : null}
      <Group justify="flex-end">
        <Button disabled={chosen.length === 0} loading={sending.fetching} onClick={() => void start()}>
          <Trans>Make the file</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
