import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { AnchorLink } from '../../app/links';
import { type Outcome, signIn } from './api';
import { FormError } from './FormError';
import { Frame } from './Frame';

/** Signs in and goes where the person was heading. */
export function SignInPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/sign-in' });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const next = await signIn({ email: email.trim(), password });
    setBusy(false);
    setOutcome(next);
    if (next.done) await navigate({ to: search.from ?? '/projects', replace: true });
  };
  return (
    <Frame
      title={t`Sign in`}
      footer={
        <Trans>
          New here?{' '}
          <AnchorLink to="/sign-up" search={search}>
            Create an account
          </AnchorLink>
        </Trans>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormError error={outcome?.error ?? null} text={outcome?.fields.form} />
          <TextInput
            label={t`E-mail`}
            type="email"
            name="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={outcome?.fields.email}
          />
          <PasswordInput
            label={t`Password`}
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={outcome?.fields.password}
            visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
          />
          <Button type="submit" loading={busy} fullWidth mt="xs">
            <Trans>Sign in</Trans>
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}
