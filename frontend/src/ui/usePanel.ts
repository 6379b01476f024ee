import { useEffect, useRef } from 'react';
import { useFocusReturn } from './useFocusReturn';

/** The panels that are open, the topmost last. */
const open: object[] = [];

/**
 * What every panel over the page does, mounted while it is open: Escape closes the topmost alone, and the focus goes
 * back to what opened it. (The kit's own ways close all panels at once, and know no opener of a panel that is mounted
 * open.) To be given to the kit's part as {@link PANEL_PROPS}.
 */
export function usePanel(onClose: () => void) {
  useFocusReturn();
  const closing = useRef(onClose);
  closing.current = onClose;
  useEffect(() => {
    const me = {};
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || open.at(-1) !== me) return;
      event.preventDefault();
      closing.current();
    };
    open.push(me);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      open.splice(open.indexOf(me), 1);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

/** Turns off what {@link usePanel} does instead. */
export const PANEL_PROPS = { closeOnEscape: false, returnFocus: false } as const;
