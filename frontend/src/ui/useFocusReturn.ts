import { useCallback, useRef } from 'react';

/** Remembers what had the focus when a panel was opened, and gives it back once the panel is gone. */
export function useFocusReturn() {
  const before = useRef<HTMLElement | null>(null);
  const keep = useCallback(() => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }, []);
  const giveBack = useCallback(() => {
    // After the panel let go of it.
    setTimeout(() => before.current?.focus());
  }, []);
  return { keep, giveBack };
}
