import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useMutation } from 'urql';
import { AnchorLink } from '../../../app/links';
import { useWords } from '../../../i18n/words';
import { notify } from '../../../ui/notify';
import { BytesText, NumberText } from '../../../ui/numbers';
import { RelativeTime } from '../../../ui/RelativeTime';
import { DeleteExport, type ExportItem } from '../operations';
import classes from './ExportRow.module.css';

const Confirm = lazy(() => import('../../../ui/Confirm').then((module) => ({ default: module.Confirm })));

/** A file that was made: what it is, its hash, and what can be done with it. */
export function ExportRow({ item, onDeleted }: { item: ExportItem; onDeleted: () => void }) {
  const { t } = useLingui();
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const [deleting, send] = useMutation(DeleteExport);
  const remove = async () => {
    const { error } = await send({ id: item.id });
    setAsked(false);
    if (error) void notify(t`The file could not be deleted.`, 'problem');
    else onDeleted();
  };
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Text fw={600}>{item.fileName}</Text>
        <Text size="sm" c="var(--quiet)">
          {words(item.format.label)} · <NumberText value={item.rows} /> <Trans>rows</Trans> ·{' '}
          <BytesText value={item.bytes} /> · <RelativeTime at={item.createdAt} />
          {item.createdBy ? ` · ${item.createdBy.name}` : ''}
        </Text>
        <Group gap="xs" className={classes.hash}>
          <Code>{item.sha256.slice(0, 16)}…</Code>
          <CopyButton value={item.sha256}>
            {({ copied, copy }) => (
              <ActionIcon aria-label={t`Copy the sha-256 of ${item.fileName}`} onClick={copy}>
                {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              </ActionIcon>
            )}
          </CopyButton>
          {item.seed == null ? null : (
            <Text size="sm" c="var(--quiet)">
              <Trans>seed {String(item.seed)}</Trans>
            </Text>
          )}
          {item.expiresAt ? (
            <Text size="sm" c="var(--quiet)">
              <Trans>
                will be deleted <RelativeTime at={item.expiresAt} />
              </Trans>
            </Text>
          ) : null}
          {item.job ? (
            <AnchorLink to="/jobs/$jobId" params={{ jobId: item.job.id }} size="sm">
              <Trans>how it was made</Trans>
            </AnchorLink>
          ) : null}
        </Group>
      </div>
      <Group gap="xs">
        <Button
          component="a"
          href={item.downloadUrl}
          download
          variant="default"
          leftSection={<IconDownload size={16} />}
        >
          <Trans>Download</Trans>
        </Button>
        <ActionIcon
          size="lg"
          aria-label={t`Delete ${item.fileName} …`}
          title={t`Delete …`}
          onClick={() => setAsked(true)}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Suspense fallback={null}>
        {asked ? (
          <Confirm
            title={t`Delete “${item.fileName}”`}
            action={t`Delete the file`}
            busy={deleting.fetching}
            onConfirm={() => void remove()}
            onClose={() => setAsked(false)}
          >
            <Trans>Its link stops working. The rows in the tables stay.</Trans>
          </Confirm>
        ) : null}
      </Suspense>
    </li>
  );
}
