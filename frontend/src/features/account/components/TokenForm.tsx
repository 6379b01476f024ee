import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMutation } from 'urql';
import { ErrorState } from '../../../ui/ErrorState';
import { CreateAccessToken } from '../operations';

const DAYS = ['7', '30', '90', '365'] as const;

/** Makes a personal access token. */
export function TokenForm({ onMade }: { onMade: (token: string) => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [writes, setWrites] = useState(false);
  const [days, setDays] = useState('90');
  const [creating, create] = useMutation(CreateAccessToken);
  const violations = creating.data?.createAccessToken.violations ?? [];
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const scopes = writes ? (['READ', 'WRITE'] as const) : (['READ'] as const);
    const { data } = await create({
      input: { name, scopes: [...scopes], expiresInDays: days === 'never' ? null : Number(days) },
    });
    const token = data?.createAccessToken.token;
    if (!token) return;
    setName('');
    onMade(token);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={360}>
        {creating.error ? <ErrorState error={creating.error} /> : null}
        <TextInput
          label={t`What it is for`}
          placeholder={t`nightly test data`}
          required
          withAsterisk={false}
          autoComplete="off"
          value={name}
          error={violations[0]?.message}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label={t`Ends after`}
          data={[...DAYS.map((each) => ({ value: each, label: t`${each} days` })), { value: 'never', label: t`never` }]}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Checkbox
          label={t`May change things, not only read`}
          checked={writes}
          onChange={(event) => setWrites(event.currentTarget.checked)}
        />
        <Group>
          <Button type="submit" variant="default" loading={creating.fetching} disabled={name.trim() === ''}>
            <Trans>Make a token</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
