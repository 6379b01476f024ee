import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../../../ui/EmptyState';
import { ListTable, listClasses } from '../../../ui/ListTable';
import type { ProjectOverview } from '../operations';

/** Which field of which table refers to what. */
export function RelationList({ project }: { project: ProjectOverview }) {
  const { t } = useLingui();
  const words = { RESTRICT: t`deleting is refused`, CASCADE: t`rows go with it`, SET_NULL: t`the field is emptied` };
  const idOf = (name: string) => project.tables.find((table) => table.name === name)?.id ?? '';
  if (project.relations.length === 0) {
    return (
      <EmptyState title={t`No table refers to another`}>
        <Trans>Give a field the type “foreign key” and choose the table that it refers to.</Trans>
      </EmptyState>
    );
  }
  return (
    <ListTable name={t`Relations`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>Refers to</Trans>
          </th>
          <th scope="col" data-wide>
            <Trans>When the row it refers to is deleted</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {project.relations.map((relation) => (
          <tr key={`${relation.table}.${relation.field}`}>
            <td>
              <Link
                to="/projects/$projectId/tables/$tableId"
                params={{ projectId: project.id, tableId: idOf(relation.table) }}
                className={listClasses.main}
              >
                {relation.table}.{relation.field}
              </Link>
              {relation.unique ? ` (${t`unique`})` : ''}
              {relation.nullable ? ` (${t`may be empty`})` : ''}
            </td>
            <td>
              {relation.parentTable}.{relation.parentField}
            </td>
            <td data-wide>{words[relation.onDelete]}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
