import { Trans, useLingui } from '@lingui/react/macro';
import { IconDatabase, IconDots, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { MenuItemLink } from '../../../app/MenuItemLink';
import { ActionMenu, MenuItem } from '../../../ui/ActionMenu';
import { listClasses } from '../../../ui/ListTable';
import { NumberText } from '../../../ui/numbers';
import { meanCount, readChildCount } from '../draft/childCount';
import type { OverviewTable } from '../operations';
import { StateBadge } from './StateBadge';

type Props = { projectId: string; table: OverviewTable; onDelete: () => void };

/** A table in the list. */
export function TableRow({ projectId, table, onDelete }: Props) {
  const { t } = useLingui();
  const params = { projectId, tableId: table.id };
  return (
    <tr>
      <td>
        <Link to="/projects/$projectId/tables/$tableId" params={params} className={listClasses.main}>
          {table.displayName ?? table.name}
        </Link>
        {table.displayName ? <div className={listClasses.quiet}>{table.name}</div> : null}
        {table.description ? <div className={listClasses.quiet}>{table.description}</div> : null}
      </td>
      <td>
        <StateBadge state={table.state} />
      </td>
      <td data-number data-wide>
        {table.fields.length}
      </td>
      <td data-number>{table.rowCount === null ? '–' : <NumberText value={table.rowCount} />}</td>
      <td data-wide>
        <Planned table={table} />
      </td>
      <td data-end>
        <ActionMenu label={t`Actions for ${table.name}`} icon={<IconDots size={16} />}>
          {table.rowCount === null ? null : (
            <MenuItemLink to="/projects/$projectId/data/$tableId" params={params} icon={<IconDatabase size={15} />}>
              <Trans>See the rows</Trans>
            </MenuItemLink>
          )}
          <MenuItem icon={<IconTrash size={15} />} danger onSelect={onDelete}>
            <Trans>Delete …</Trans>
          </MenuItem>
        </ActionMenu>
      </td>
    </tr>
  );
}

function Planned({ table }: { table: OverviewTable }) {
  const { t, i18n } = useLingui();
  const { total, perParent } = table.plannedRows;
  if (!perParent) return <NumberText value={total ?? 0} />;
  const parent = table.fields.find((field) => field.name === perParent.field)?.reference?.table ?? perParent.field;
  const mean = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(
    meanCount(readChildCount(perParent.count)),
  );
  return t`${mean} for each row of ${parent}`;
}
