import { useLayoutEffect, useState } from 'react';
import { focusPlace, returnFocus } from './focus';

/**
 * For what opens over or beside a thing and has the focus while it is there: once it is gone, the focus is on what
 * opened it, or near it.
 */
export function useFocusReturn() {
  const [opener] = useState(focusPlace);
  useLayoutEffect(
    () => () => {
      // After the key that closed it, which would else press what gets the focus.
      setTimeout(() => returnFocus(opener));
    },
    [opener],
  );
}
