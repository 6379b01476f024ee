import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './FieldRow.module.css';

/** A fact with its name, in a list of facts: put several inside a `<dl>`. */
export function FieldRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <Text component="dt" size="sm" c="var(--quiet)">
        {label}
      </Text>
      <Text component="dd" size="sm" m={0}>
        {children}
      </Text>
    </div>
  );
}
