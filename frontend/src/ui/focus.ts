/** What Tab stops at. */
const STOPS = 'a[href], button, input, select, textarea, [tabindex]';
/** Parts of the page that hold a thing together with what is beside it. */
const ROOMS = '[role="dialog"], main, header, nav';

/** Something that has the focus, among what Tab stops at around it. */
export type FocusPlace = { element: HTMLElement; stops: readonly HTMLElement[] };

/** Where the focus is now, or null where nothing has it. */
export function focusPlace(): FocusPlace | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around = element.closest(ROOMS)?.querySelectorAll<HTMLElement>(STOPS) ?? [];
  return { element, stops: [...around].filter((each) => each === element || each.tabIndex >= 0) };
}

const canTake = (element: HTMLElement) =>
  element.isConnected && !element.matches(':disabled') && (element.checkVisibility?.() ?? true);

/** The nearest to a place that is still there; of two as near the one behind it. */
function neighbour({ element, stops }: FocusPlace): HTMLElement | undefined {
  const at = stops.indexOf(element);
  for (let away = 1; away < stops.length; away += 1) {
    const found = [stops[at + away], stops[at - away]].find((each) => each && canTake(each));
    if (found) return found;
  }
  return undefined;
}

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Puts the focus back where it was, unless it is somewhere by now. Where that is gone: beside it; where all of that is
 * gone, too, as on another page: on the content.
 */
export function returnFocus(place: FocusPlace | null) {
  if (!isLost()) return;
  const to = place && (canTake(place.element) ? place.element : neighbour(place));
  if (to) to.focus();
  else document.querySelector('main')?.focus({ preventScroll: true });
}

/**
 * Watches over the focus until the function that it gives back is called: it is never lost because what had it was
 * removed or was out of use for a while, such as a button that is busy.
 */
export function keepFocus(): () => void {
  let last: FocusPlace | null = null;
  const look = () => {
    const busy = last?.element.isConnected && last.element.matches(':disabled');
    if (last && !busy && isLost()) returnFocus(last);
  };
  // After what closes a panel has had its turn (see `useFocusReturn`).
  const observer = new MutationObserver(() => {
    if (last && isLost()) setTimeout(look);
  });
  const onFocus = () => {
    last = focusPlace();
  };
  // A click on nothing takes the focus away, as everywhere.
  const onPointer = () => {
    last = null;
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('pointerdown', onPointer, true);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', onFocus);
    document.removeEventListener('pointerdown', onPointer, true);
  };
}
