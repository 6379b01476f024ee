import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { menuItemClass } from '../ui/ActionMenu';

function ItemAnchor({ icon, children, ...rest }: ComponentPropsWithRef<'a'> & { icon?: ReactNode }) {
  return (
    <a role="menuitem" tabIndex={-1} {...rest} className={menuItemClass}>
      {icon}
      <span>{children}</span>
    </a>
  );
}

/** An entry of a menu that leads somewhere. */
export const MenuItemLink = createLink(ItemAnchor);
