import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useMutation } from 'urql';
import { keepSession } from '../../../graphql/session';
import { ErrorState } from '../../../ui/ErrorState';
import { notify } from '../../../ui/notify';
import type { Violation } from '../../../ui/Violations';
import { ChangePassword } from '../operations';

const EMPTY = { currentPassword: '', newPassword: '' };

/** What is wrong with one field, of all that is wrong. */
function problemOf(field: string, violations: readonly Violation[]): string | undefined {
  return violations.find((violation) => violation.path.split('.').at(-1) === field)?.message;
}

/** Changes the password; every other session ends. */
export function PasswordForm() {
  const { t } = useLingui();
  const [values, setValues] = useState(EMPTY);
  const [changing, change] = useMutation(ChangePassword);
  const violations = changing.data?.changePassword.violations ?? [];
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { data } = await change({ input: values });
    const session = data?.changePassword.session;
    if (!session) return;
    keepSession(session);
    setValues(EMPTY);
    void notify(t`The password was changed. Other sessions were signed out.`);
  };
  const bind = (name: keyof typeof EMPTY) => ({
    name,
    required: true,
    withAsterisk: false,
    value: values[name],
    error: problemOf(name, violations),
    visibilityToggleButtonProps: { 'aria-label': t`Show or hide the password` },
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={360}>
        {changing.error ? <ErrorState error={changing.error} /> : null}
        <PasswordInput label={t`Current password`} autoComplete="current-password" {...bind('currentPassword')} />
        <PasswordInput label={t`New password`} autoComplete="new-password" minLength={8} {...bind('newPassword')} />
        <Group>
          <Button type="submit" variant="default" loading={changing.fetching}>
            <Trans>Change the password</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
