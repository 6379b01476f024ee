import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { PANEL_PROPS, usePanel } from './usePanel';

type Props = {
  onClose: () => void;
  title: string;
  /** What will be lost, in words. */
  children: ReactNode;
  /** What has to be typed first, where much is lost. */
  name?: string;
  /** What the button does, in words. */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
};

/** Asks before something is destroyed. It is open while it is there. */
export function Confirm({ onClose, title, children, name, action, busy, onConfirm }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  usePanel(onClose);
  const sure = name === undefined || typed === name;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (sure) onConfirm();
  };
  return (
    <Modal {...PANEL_PROPS} opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="md">{children}</Text>
          {name === undefined ? null : (
            <TextInput
              data-autofocus
              label={
                <Trans>
                  Type <b>{name}</b> to confirm
                </Trans>
              }
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose} data-autofocus={name === undefined || undefined}>
              <Trans>Keep it</Trans>
            </Button>
            <Button type="submit" color="red" disabled={!sure} loading={busy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
