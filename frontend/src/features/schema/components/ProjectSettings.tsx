import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { parseBig } from '../../../graphql/bigint';
import { useWords } from '../../../i18n/words';
import { ErrorState } from '../../../ui/ErrorState';
import { notify } from '../../../ui/notify';
import { Panel } from '../../../ui/Panel';
import { Violations } from '../../../ui/Violations';
import { Locales, type ProjectOverview, SaveProject } from '../operations';

/** Name, description, seed and locale of a project. */
export function ProjectSettings({ project, onClose }: { project: ProjectOverview; onClose: () => void }) {
  const { t } = useLingui();
  const [values, setValues] = useState({
    name: project.name,
    description: project.description,
    seed: String(project.seed),
    locale: project.locale,
  });
  const [revision, setRevision] = useState(project.revision);
  const [{ data, error, fetching }, save] = useMutation(SaveProject);
  const seed = parseBig(values.seed);
  const wrongSeed = seed === null || values.seed.trim().startsWith('-');
  const put = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const payload = data?.updateProject;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data: answer } = await save({
      input: { id: project.id, revision, ...values, name: values.name.trim(), seed },
    });
    // Sent again, the form stands on the newer state that it has told of.
    if (answer?.updateProject.conflict) setRevision(answer.updateProject.conflict.revision);
    if (!answer?.updateProject.project) return;
    void notify(t`Saved`);
    onClose();
  };
  return (
    <Panel onClose={onClose} title={t`Settings of the project`}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {error ? <ErrorState error={error} /> : null}
          <Violations violations={payload?.violations ?? []} />
          {payload?.conflict ? (
            <Alert color="yellow" variant="light" role="alert">
              <Trans>
                The project was changed elsewhere meanwhile: it is called “{payload.conflict.name}” there, with the seed{' '}
                {String(payload.conflict.seed)} and the locale {payload.conflict.locale}. Saving again replaces that.
              </Trans>
            </Alert>
          ) : null}
          <TextInput
            data-autofocus
            label={t`Name`}
            required
            withAsterisk={false}
            maxLength={120}
            value={values.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <Textarea
            label={t`What it is for`}
            rows={3}
            value={values.description}
            onChange={(event) => put({ description: event.currentTarget.value })}
          />
          <LocaleInput value={values.locale} onChange={(locale) => put({ locale })} />
          <TextInput
            label={t`Seed`}
            description={t`The same design, seed and number of rows give the same rows, always.`}
            inputMode="numeric"
            error={wrongSeed ? t`A whole number, please` : undefined}
            value={values.seed}
            onChange={(event) => put({ seed: event.currentTarget.value })}
          />
          <Button type="submit" loading={fetching} disabled={values.name.trim() === '' || wrongSeed}>
            <Trans>Save the settings</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}

function LocaleInput({ value, onChange }: { value: string; onChange: (locale: string) => void }) {
  const { t } = useLingui();
  const words = useWords();
  const [{ data }] = useQuery({ query: Locales });
  const options = (data?.locales ?? []).map(({ id, label }) => ({ value: id, label: words(label) }));
  // Several locales with weights have no entry of their own.
  const known = options.some((option) => option.value === value);
  return (
    <NativeSelect
      label={t`Language and country of the rows`}
      description={t`Rows that are made from now on follow it; rows that are there stay.`}
      data={known ? options : [{ value, label: value }, ...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
