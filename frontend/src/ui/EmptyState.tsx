import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  /** 1 where it is all there is on the page. */
  order?: 1 | 2;
};

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, icon, action, order = 2 }: Props) {
  return (
    <Stack align="center" gap="xs" py="4rem" px="md" ta="center">
      {icon ? <div aria-hidden>{icon}</div> : null}
      <Title order={order}>{title}</Title>
      {children ? (
        <Text c="var(--quiet)" size="md" maw="32rem">
          {children}
        </Text>
      ) : null}
      {action ? <div style={{ marginTop: '0.5rem' }}>{action}</div> : null}
    </Stack>
  );
}
