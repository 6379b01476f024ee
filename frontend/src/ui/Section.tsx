import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = { title: string; help?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page. */
export function Section({ title, help, actions, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ marginBottom: '2rem' }}>
      <Group justify="space-between" mb="xs">
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions ? <Group gap="xs">{actions}</Group> : null}
      </Group>
      {help ? (
        <Text size="sm" c="var(--quiet)" mb="sm">
          {help}
        </Text>
      ) : null}
      {children}
    </section>
  );
}
