import { type RefObject, useEffect } from 'react';

/**
 * GraphiQL gives its tabs the role `tab` and puts buttons into them, which a tab must not hold: who listens to the page
 * would never hear of the buttons. Its tabs are told as what they are, a list with a button or two in each entry.
 */
function tellAsList(frame: HTMLElement) {
  for (const list of frame.querySelectorAll('.graphiql-tabs[role]')) list.removeAttribute('role');
  for (const tab of frame.querySelectorAll('.graphiql-tab[role], .graphiql-tab[aria-selected]')) {
    const chosen = tab.getAttribute('aria-selected');
    tab.removeAttribute('role');
    tab.removeAttribute('aria-selected');
    tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', chosen ?? 'false');
  }
  for (const panel of frame.querySelectorAll('#graphiql-session[role="tabpanel"]')) panel.setAttribute('role', 'group');
}

/** Keeps GraphiQL's tabs readable to those who listen, whenever it draws them anew. */
export function useTabList(frame: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    tellAsList(element);
    const observer = new MutationObserver(() => tellAsList(element));
    observer.observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-selected'] });
    return () => observer.disconnect();
  }, [frame]);
}
