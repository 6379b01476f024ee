import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { BigIntValue } from '../../../graphql/tada';
import { cellText } from '../../../ui/cell';
import { ErrorState } from '../../../ui/ErrorState';
import { RowSkeletons } from '../../../ui/Skeletons';
import { useBuilder } from '../context';
import type { PreviewState } from '../hooks/usePreview';
import classes from './PreviewPane.module.css';

type Props = { state: PreviewState; seed: BigIntValue; onRoll: () => void };

/** Ten rows of the table as it stands in the editor. */
export function PreviewPane({ state, seed, onRoll }: Props) {
  const { t } = useLingui();
  const { preview, error, busy } = state;
  const rows = preview?.rows ?? [];
  return (
    <section className={classes.pane} aria-label={t`Preview`} aria-busy={busy}>
      <div className={classes.head}>
        <h2>
          <Trans>Preview</Trans>
        </h2>
        <Text size="sm" c="var(--quiet)" className="num">
          <Trans>
            {rows.length} rows, seed {String(seed)}
          </Trans>
        </Text>
        <ActionIcon aria-label={t`Other rows: another seed`} onClick={onRoll}>
          <IconRefresh size={15} />
        </ActionIcon>
      </div>
      {error ? <ErrorState error={error} /> : null}
      {!preview && busy ? <RowSkeletons rows={4} height={24} /> : null}
      {preview && rows.length > 0 ? <Rows state={state} /> : null}
      {preview && rows.length === 0 && !error ? (
        <Text size="sm" c="var(--quiet)" p="sm">
          <Trans>Rows appear here as soon as what is listed above is mended.</Trans>
        </Text>
      ) : null}
    </section>
  );
}

function Rows({ state: { preview, busy } }: { state: PreviewState }) {
  const { t } = useLingui();
  const { draft, selected, select } = useBuilder();
  if (!preview) return null;
  const chosen = draft.fields.find((field) => field.key === selected)?.name;
  return (
    <section className={classes.rows} data-busy={busy || undefined} aria-label={t`Preview rows`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {preview.columns.map(({ name }) => (
              <th key={name} scope="col" data-chosen={name === chosen || undefined}>
                <button
                  type="button"
                  onClick={() => select(draft.fields.find((field) => field.name === name)?.key ?? null)}
                >
                  {name}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, index) => (
            <tr key={`row-${index.toString()}`}>
              {(Array.isArray(row) ? row : []).map((cell, at) => (
                <td
                  key={preview.columns[at]?.name ?? at}
                  data-null={cell === null || undefined}
                  data-number={typeof cell === 'number' || undefined}
                  data-chosen={preview.columns[at]?.name === chosen || undefined}
                  title={cell === null ? undefined : cellText(cell)}
                >
                  {cellText(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
