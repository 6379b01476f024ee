import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useLingui } from '@lingui/react/macro';
import type { DraftField } from '../draft/types';

/** What a screen reader says while a field is dragged. */
export function useDragWords(fields: readonly DraftField[]): {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
} {
  const { t } = useLingui();
  const name = (id: UniqueIdentifier) => fields.find((field) => field.key === id)?.name || t`field without a name`;
  const place = (id: UniqueIdentifier) => fields.findIndex((field) => field.key === id) + 1;
  const count = fields.length;
  return {
    announcements: {
      onDragStart: ({ active }) => t`${name(active.id)} picked up at place ${place(active.id)} of ${count}.`,
      onDragOver: ({ active, over }) =>
        over ? t`${name(active.id)} is over place ${place(over.id)} of ${count}.` : undefined,
      onDragEnd: ({ active, over }) =>
        over ? t`${name(active.id)} dropped at place ${place(over.id)} of ${count}.` : undefined,
      onDragCancel: ({ active }) => t`${name(active.id)} stays where it was.`,
    },
    screenReaderInstructions: {
      draggable: t`Space picks the field up, the arrow keys move it, Space drops it, Escape leaves it.`,
    },
  };
}
