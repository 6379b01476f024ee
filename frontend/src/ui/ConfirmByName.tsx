import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will be lost, in words. */
  children: ReactNode;
  /** What has to be typed. */
  name: string;
  /** What the button does, in words. */
  action: string;
  busy?: boolean;
  onConfirm: () => void;
};

/** Asks for the name of a thing to be typed before it is destroyed. */
export function ConfirmByName({ opened, onClose, title, children, name, action, busy, onConfirm }: Props) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed === name) onConfirm();
  };
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="md">{children}</Text>
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
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              <Trans>Keep it</Trans>
            </Button>
            <Button type="submit" color="red" disabled={typed !== name} loading={busy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
