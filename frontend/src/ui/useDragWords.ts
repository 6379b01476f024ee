import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useLingui } from '@lingui/react/macro';

type Item = { key: string; name: string };

/** What a screen reader says while one of these is dragged. */
export function useDragWords(items: readonly Item[]): {
  announcements: Announcements;
  screenReaderInstructions: ScreenReaderInstructions;
} {
  const { t } = useLingui();
  const name = (id: UniqueIdentifier) => items.find(({ key }) => key === id)?.name || t`entry without a name`;
  const place = (id: UniqueIdentifier) => items.findIndex(({ key }) => key === id) + 1;
  const count = items.length;
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
      draggable: t`Space picks it up, the arrow keys move it, Space drops it, Escape leaves it.`,
    },
  };
}
