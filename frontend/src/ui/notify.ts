import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A message at the edge of the page that goes away by itself; `problem` for what went wrong. */
export async function notify(message: string, kind: 'done' | 'problem' = 'done'): Promise<void> {
  // Loaded when there is something to say: no page waits for it.
  const { notifications } = await import('@mantine/notifications');
  const closeButtonProps = { 'aria-label': i18n._(msg`Close`) };
  notifications.show({ message, closeButtonProps, ...(kind === 'problem' ? { color: 'red' } : {}) });
}
