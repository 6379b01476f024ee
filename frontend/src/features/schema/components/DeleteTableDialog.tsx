import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { explain } from '../../../graphql/errors';
import { Confirm } from '../../../ui/Confirm';
import { notify } from '../../../ui/notify';
import { NumberText } from '../../../ui/numbers';
import { DeleteTable, type OverviewTable } from '../operations';

/** Says what goes with a table, and deletes it once its name is typed. */
export function DeleteTableDialog({ table, onClose }: { table: OverviewTable; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, remove] = useMutation(DeleteTable);
  const confirm = async () => {
    const { data, error } = await remove({ id: table.id, revision: table.revision });
    const payload = data?.deleteTable;
    const refused = error
      ? i18n._(explain(error).title)
      : payload?.conflict
        ? t`The table was changed meanwhile. Look at it again, then delete it.`
        : payload?.violations[0]?.message;
    void (refused ? notify(refused, 'problem') : notify(t`“${table.name}” is deleted.`));
    onClose();
  };
  return (
    <Confirm
      onClose={onClose}
      title={t`Delete “${table.name}”`}
      name={table.name}
      action={t`Delete the table`}
      busy={fetching}
      onConfirm={confirm}
    >
      {table.rowCount === null ? (
        <Trans>The design of this table goes. It isn't in the database.</Trans>
      ) : (
        <Trans>
          The design of this table goes now; its <NumberText value={table.rowCount} /> rows go with the next migration.
        </Trans>
      )}
    </Confirm>
  );
}
