import { ActionIcon, Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './ActionMenu.module.css';

type Props = {
  /** Name of the button, for those who don't see it. */
  label: string;
  icon: ReactNode;
  /** What the button reads; without it, it is the icon alone. */
  text?: ReactNode;
  size?: 'md' | 'lg';
  busy?: boolean;
  /** {@link MenuItem}s, links with the class {@link menuItemClass} and the role `menuitem`, {@link MenuLabel}s. */
  children: ReactNode;
};

const ITEM = '[role^="menuitem"]';
const GAP = 4;

/** Class of a link that is an entry of a menu. */
export const menuItemClass = classes.item;

function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** A button that opens a list of actions. Arrow keys walk, Escape closes, Tab leaves. */
export function ActionMenu({ label, icon, text, size = 'md', busy = false, children }: Props) {
  const id = useId();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (refocus: boolean) => {
    setOpened(false);
    if (refocus) button.current?.focus();
  };
  const trigger = {
    ref: button,
    loading: busy,
    'aria-haspopup': 'menu',
    'aria-expanded': opened,
    'aria-controls': opened ? id : undefined,
    onClick: () => setOpened(!opened),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpened(true);
    },
  } as const;
  return (
    <>
      {text ? (
        <Button variant="default" leftSection={icon} {...trigger}>
          {text}
        </Button>
      ) : (
        <ActionIcon size={size} aria-label={label} {...trigger}>
          {icon}
        </ActionIcon>
      )}
      {opened ? (
        <MenuList id={id} label={label} anchor={button.current} onClose={close}>
          {children}
        </MenuList>
      ) : null}
    </>
  );
}

type ListProps = {
  id: string;
  label: string;
  anchor: HTMLElement | null;
  onClose: (refocus: boolean) => void;
  children: ReactNode;
};

function MenuList({ id, label, anchor, onClose, children }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  const closing = useRef(onClose);
  closing.current = onClose;
  useLayoutEffect(() => {
    const box = list.current;
    const at = anchor?.getBoundingClientRect();
    if (!box || !at) return;
    const below = at.bottom + GAP + box.offsetHeight <= window.innerHeight;
    box.style.top = `${Math.max(GAP, below ? at.bottom + GAP : at.top - GAP - box.offsetHeight)}px`;
    box.style.left = `${Math.max(GAP, at.right - box.offsetWidth)}px`;
    box.querySelector<HTMLElement>(ITEM)?.focus();
  }, [anchor]);
  useEffect(() => {
    const outside = (event: Event) => {
      const target = event.target as Node;
      if (!list.current?.contains(target) && !anchor?.contains(target)) closing.current(false);
    };
    document.addEventListener('pointerdown', outside);
    window.addEventListener('resize', outside);
    document.addEventListener('scroll', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      window.removeEventListener('resize', outside);
      document.removeEventListener('scroll', outside, true);
    };
  }, [anchor]);
  const onKeys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return onClose(true);
    // From the button, Tab goes on to what is after it.
    if (event.key === 'Tab') return onClose(true);
    const items = [...(list.current?.querySelectorAll<HTMLElement>(ITEM) ?? [])];
    const next = nextIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return createPortal(
    <div
      ref={list}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={classes.list}
      onKeyDown={onKeys}
      onClick={(event) => {
        const item = (event.target as HTMLElement).closest<HTMLElement>(ITEM);
        if (item && !item.hasAttribute('data-stay')) onClose(!item.hasAttribute('href'));
      }}
    >
      {children}
    </div>,
    // Inside the landmark of its button.
    anchor?.closest<HTMLElement>('main, header') ?? document.body,
  );
}

type ItemProps = {
  icon?: ReactNode;
  danger?: boolean;
  /** One of several: says which is chosen, and leaves the menu open. */
  chosen?: boolean;
  lang?: string;
  onSelect: () => void;
  children: ReactNode;
};

/** An action of a menu. */
export function MenuItem({ icon, danger = false, chosen, lang, onSelect, children }: ItemProps) {
  const role = chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen };
  return (
    <button
      type="button"
      {...role}
      tabIndex={-1}
      lang={lang}
      className={classes.item}
      data-danger={danger || undefined}
      data-stay={chosen !== undefined || undefined}
      onClick={onSelect}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

/** A heading inside a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <div role="presentation" className={classes.label}>
      {children}
    </div>
  );
}
