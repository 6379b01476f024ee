import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { AnchorLink } from '../../app/links';
import { type Outcome, signUp } from './api';
import { FormError } from './FormError';
import { Frame } from './Frame';
import { StrengthText } from './StrengthText';
import { LONGEST, SHORTEST } from './strength';

/** Makes an account; the gallery of templates comes next. */
export function SignUpPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const search = useSearch({ from: '/sign-up' });
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const bind = (field: keyof typeof values) => ({
    name: field,
    required: true,
    withAsterisk: false,
    value: values[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [field]: value }));
    },
    error: outcome?.fields[field],
  });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    const next = await signUp({ ...values, name: values.name.trim(), email: values.email.trim() });
    setBusy(false);
    setOutcome(next);
    if (next.done) await navigate({ to: search.from ?? '/projects/new', replace: true });
  };
  return (
    <Frame
      title={t`Create an account`}
      footer={
        <Trans>
          You have one?{' '}
          <AnchorLink to="/sign-in" search={search}>
            Sign in
          </AnchorLink>
        </Trans>
      }
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <FormError error={outcome?.error ?? null} text={outcome?.fields.form} />
          <TextInput label={t`Name`} autoComplete="name" autoFocus {...bind('name')} />
          <TextInput label={t`E-mail`} type="email" autoComplete="username" {...bind('email')} />
          <PasswordInput
            label={t`Password`}
            autoComplete="new-password"
            minLength={SHORTEST}
            maxLength={LONGEST}
            description={<StrengthText password={values.password} known={[values.name, values.email]} />}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            visibilityToggleButtonProps={{ 'aria-label': t`Show or hide the password` }}
            {...bind('password')}
          />
          <Button type="submit" loading={busy} fullWidth mt="xs">
            <Trans>Create the account</Trans>
          </Button>
        </Stack>
      </form>
    </Frame>
  );
}
