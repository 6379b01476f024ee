import { useLingui } from '@lingui/react';
import { Alert } from '@mantine/core';
import { explain, type Faulty } from '../../graphql/errors';

/** What is wrong with the form as a whole. */
export function FormError({ error, text }: { error: Faulty | null; text?: string | undefined }) {
  const { i18n } = useLingui();
  if (!error && !text) return null;
  const told = error ? explain(error) : null;
  return (
    <Alert color="red" variant="light" role="alert">
      {text ?? told?.detail ?? (told ? i18n._(told.title) : '')}
    </Alert>
  );
}
