import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../../../i18n/words';
import { ErrorState } from '../../../ui/ErrorState';
import { Panel } from '../../../ui/Panel';
import { Violations } from '../../../ui/Violations';
import { CreateFromTemplate, type LocaleInfo, type Template } from '../operations';

type Props = { template: Template; locales: readonly LocaleInfo[]; onClose: () => void };

function likelyLocale(locales: readonly LocaleInfo[], language: string): string {
  const wanted = [navigator.language.replace('-', '_'), language];
  const found = wanted.map((each) => locales.find(({ id }) => id.startsWith(each))).find((each) => each !== undefined);
  return found?.id ?? locales[0]?.id ?? 'en_US';
}

/** Name and locale, then the project stands. */
export function CreatePanel({ template, locales, onClose }: Props) {
  const { t, i18n } = useLingui();
  const words = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState(words(template.label));
  const [locale, setLocale] = useState(() => likelyLocale(locales, i18n.locale));
  const [{ data, error, fetching }, create] = useMutation(CreateFromTemplate);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const description = words(template.description);
    const answer = await create({ input: { templateId: template.id, name: name.trim(), description, locale } });
    const project = answer.data?.createProjectFromTemplate.project;
    if (project) await navigate({ to: '/projects/$projectId', params: { projectId: project.id } });
  };
  return (
    <Panel onClose={onClose} title={t`New project: ${words(template.label)}`}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {error ? <ErrorState error={error} /> : null}
          <Violations violations={data?.createProjectFromTemplate.violations ?? []} />
          <TextInput
            data-autofocus
            label={t`Name`}
            required
            withAsterisk={false}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t`Language and country of the rows`}
            description={t`Names, places and telephone numbers come from there. You can change it later.`}
            data={locales.map(({ id, label }) => ({ value: id, label: words(label) }))}
            value={locale}
            onChange={(event) => setLocale(event.currentTarget.value)}
          />
          {template.tables.length > 0 ? (
            <Text size="sm" c="var(--quiet)">
              <Trans>Tables: {template.tables.map((table) => table.name).join(', ')}</Trans>
            </Text>
          ) : null}
          <Button type="submit" loading={fetching} disabled={name.trim() === ''}>
            <Trans>Create the project</Trans>
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
