import { useLingui } from '@lingui/react/macro';

/** Words for the steps of a job; a step without any is shown as the server names it. */
export function useStepWords(): (step: string) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    queued: t`Waiting for a worker`,
    planning: t`Planning`,
    generating: t`Making rows`,
    exporting: t`Writing the file`,
    finishing: t`Putting everything in place`,
    done: t`Done`,
  };
  return (step) => words[step] ?? step;
}
