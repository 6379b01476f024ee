import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './Page.module.css';

type Props = {
  /** Heading of the page and name of the browser's tab. */
  title: string;
  /** Shown beside the heading: a state, a count. */
  aside?: ReactNode;
  /** Buttons at the right; the main one last. */
  actions?: ReactNode;
  /** `text` for forms and reading, `wide` for lists, `full` for tools that use the whole window. */
  width?: 'text' | 'wide' | 'full';
  children: ReactNode;
};

/** The frame of a page: heading, actions, content. */
export function Page({ title, aside, actions, width = 'wide', children }: Props) {
  useEffect(() => {
    document.title = `${title} · Dynamic Model Builder`;
  }, [title]);
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <Group gap="sm" className={classes.title}>
          <Title order={1}>{title}</Title>
          {aside}
        </Group>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </div>
      {children}
    </div>
  );
}
