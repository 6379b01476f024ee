import { useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMutation } from 'urql';
import { useWords, type Words } from '../../../i18n/words';
import { ActionMenu, MenuItem } from '../../../ui/ActionMenu';
import { notify } from '../../../ui/notify';
import { ExportRows, type Table } from '../operations';
import type { View } from '../view';

type Props = { table: Table; view: View; formats: readonly { id: string; label: Words }[] };

/** Exports exactly the rows in view, to a format of the catalogue. */
export function ExportMenu({ table, view, formats }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const navigate = useNavigate();
  const [sending, send] = useMutation(ExportRows);
  const start = async (format: string) => {
    const input = {
      projectId: table.projectId,
      tables: [table.name],
      format,
      filter: view.filter ?? null,
      sort: view.sort ? [view.sort] : null,
    };
    const { data, error } = await send({ input });
    const problem = error ? t`The export could not be started.` : data?.startExport.violations[0]?.message;
    if (problem) void notify(problem, 'problem');
    const job = data?.startExport.job;
    if (job) await navigate({ to: '/jobs/$jobId', params: { jobId: job.id } });
  };
  return (
    <ActionMenu
      label={t`Export these rows`}
      text={t`Export these rows`}
      icon={<IconDownload size={16} />}
      busy={sending.fetching}
    >
      {formats.map((format) => (
        <MenuItem key={format.id} onSelect={() => void start(format.id)}>
          {words(format.label)}
        </MenuItem>
      ))}
    </ActionMenu>
  );
}
