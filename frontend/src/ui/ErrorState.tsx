import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { explain, type Faulty } from '../graphql/errors';

type Props = {
  error: Faulty;
  /** Tries again; shown where that may help. */
  onRetry?: () => void;
};

/** What went wrong, in words, with a way on. */
export function ErrorState({ error, onRetry }: Props) {
  const { i18n } = useLingui();
  const told = explain(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} title={i18n._(told.title)} role="alert">
      <Stack gap="xs">
        {told.detail ? <Text size="sm">{told.detail}</Text> : null}
        {told.errorId ? (
          <Text size="sm">
            <Trans>
              Tell whoever runs the server this number: <Code>{told.errorId}</Code>
            </Trans>
          </Text>
        ) : null}
        {told.retry && onRetry ? (
          <Group>
            <Button variant="default" onClick={onRetry}>
              <Trans>Try again</Trans>
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Alert>
  );
}
