import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { explain } from '../../../graphql/errors';
import { Confirm } from '../../../ui/Confirm';
import { notify } from '../../../ui/notify';
import { DeleteProject, type ProjectItem } from '../operations';

/** Says what goes with a project, and deletes it once its name is typed. */
export function DeleteProjectDialog({ project, onClose }: { project: ProjectItem; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, remove] = useMutation(DeleteProject);
  const tables = plural(project.tables.length, { one: '# table', other: '# tables' });
  const confirm = async () => {
    const { data, error } = await remove({ id: project.id });
    const refused = error ? i18n._(explain(error).title) : data?.deleteProject.violations[0]?.message;
    void (refused ? notify(refused, 'problem') : notify(t`“${project.name}” is deleted.`));
    onClose();
  };
  return (
    <Confirm
      onClose={onClose}
      title={t`Delete “${project.name}”`}
      name={project.name}
      action={t`Delete the project`}
      busy={fetching}
      onConfirm={confirm}
    >
      <Trans>
        This deletes {tables} with all their rows, the history of migrations and jobs, and every file that was made. It
        can't be undone.
      </Trans>
    </Confirm>
  );
}
