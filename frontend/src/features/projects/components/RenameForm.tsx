import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMutation } from 'urql';
import { explain } from '../../../graphql/errors';
import { useFocusReturn } from '../../../ui/useFocusReturn';
import { type ProjectItem, RenameProject } from '../operations';

/** Renames a project in its row; Escape leaves it as it was. */
export function RenameForm({ project, onDone }: { project: ProjectItem; onDone: () => void }) {
  const { t, i18n } = useLingui();
  useFocusReturn();
  const [name, setName] = useState(project.name);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching }, rename] = useMutation(RenameProject);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data, error } = await rename({ input: { id: project.id, revision: project.revision, name: name.trim() } });
    const payload = data?.updateProject;
    if (payload?.project) return onDone();
    if (error) setProblem(i18n._(explain(error).title));
    else if (payload?.conflict)
      setProblem(t`It was changed meanwhile and is called “${payload.conflict.name}” now. Try again.`);
    else setProblem(payload?.violations[0]?.message ?? null);
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-start">
        <TextInput
          aria-label={t`Name of the project`}
          autoFocus
          required
          maxLength={120}
          value={name}
          error={problem}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
        />
        <Button type="submit" loading={fetching} disabled={name.trim() === ''}>
          <Trans>Rename</Trans>
        </Button>
      </Group>
    </form>
  );
}
