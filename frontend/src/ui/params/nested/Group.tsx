import { Input } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './nested.module.css';

type Props = { label: string; help: string; required: boolean; children: ReactNode };

/** Several inputs that are one parameter, under its name. */
export function Group({ label, help, required, children }: Props) {
  const id = useId();
  return (
    <fieldset className={classes.group} aria-describedby={help ? id : undefined}>
      <Input.Label component="legend" required={required}>
        {label}
      </Input.Label>
      {help ? <Input.Description id={id}>{help}</Input.Description> : null}
      {children}
    </fieldset>
  );
}
