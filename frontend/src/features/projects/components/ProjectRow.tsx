import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ActionMenu, MenuItem } from '../../../ui/ActionMenu';
import { listClasses } from '../../../ui/ListTable';
import type { ProjectItem } from '../operations';
import { RenameForm } from './RenameForm';

type Props = { project: ProjectItem; changed: ReactNode; onDelete: () => void };

/** A project in the list: open, rename, delete. */
export function ProjectRow({ project, changed, onDelete }: Props) {
  const { t } = useLingui();
  const [renaming, setRenaming] = useState(false);
  const count = project.tables.length;
  return (
    <tr>
      <td>
        {renaming ? (
          <RenameForm project={project} onDone={() => setRenaming(false)} />
        ) : (
          <Link to="/projects/$projectId" params={{ projectId: project.id }} className={listClasses.main}>
            {project.name}
          </Link>
        )}
        {project.description ? <div className={listClasses.quiet}>{project.description}</div> : null}
      </td>
      <td data-wide>{t`${plural(count, { one: '# table', other: '# tables' })}`}</td>
      <td data-wide>{changed}</td>
      <td data-end>
        <ActionMenu label={t`Actions for ${project.name}`} icon={<IconDots size={16} />}>
          <MenuItem icon={<IconPencil size={15} />} onSelect={() => setRenaming(true)}>
            <Trans>Rename</Trans>
          </MenuItem>
          <MenuItem icon={<IconTrash size={15} />} danger onSelect={onDelete}>
            <Trans>Delete …</Trans>
          </MenuItem>
        </ActionMenu>
      </td>
    </tr>
  );
}
