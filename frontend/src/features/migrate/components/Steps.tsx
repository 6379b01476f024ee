import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Code } from '@mantine/core';
import { NumberText } from '../../../ui/numbers';
import type { Step } from '../operations';
import classes from './Steps.module.css';

/** What a migration does: in words at the left, as SQL at the right. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { t } = useLingui();
  return (
    <ol className={classes.steps} aria-label={t`Steps`}>
      {steps.map((step, index) => (
        // Steps have no identity but their place in the plan.
        // biome-ignore lint/suspicious/noArrayIndexKey: a plan's steps never move
        <li key={index} className={classes.step}>
          <div className={classes.words}>
            <span>{step.description}</span>
            {step.destructive ? (
              <Badge color="red" size="sm">
                <Trans>loses data</Trans>
              </Badge>
            ) : null}
            {step.rowsTouched != null && Number(step.rowsTouched) > 0 ? (
              <span className={classes.rows}>
                <Trans>
                  <NumberText value={step.rowsTouched} /> rows
                </Trans>
              </span>
            ) : null}
            {step.warning ? <p className={classes.warning}>{step.warning}</p> : null}
          </div>
          <Code block className={classes.sql} tabIndex={0} aria-label={t`SQL of this step`}>
            {step.sql.map((statement) => `${statement};`).join('\n')}
          </Code>
        </li>
      ))}
    </ol>
  );
}
