import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { useWords } from '../../../i18n/words';
import { NumberText } from '../../../ui/numbers';
import { Section } from '../../../ui/Section';
import { FaultLabels, type Job } from '../operations';
import classes from './JobFacts.module.css';

/** How many rows a job made wrong on purpose, by table and kind; nothing where it made none. */
export function FaultFacts({ faults }: { faults: Job['faults'] }) {
  const { t } = useLingui();
  const words = useWords();
  const [{ data }] = useQuery({ query: FaultLabels, pause: faults.length === 0 });
  if (faults.length === 0) return null;
  const label = (name: string) => {
    const kind = data?.faultKinds.find((each) => each.name === name);
    return kind ? words(kind.label) : name;
  };
  return (
    <Section title={t`Faults`} help={t`Rows wrong on purpose. The fault manifest among the files names every cell.`}>
      <ul className={classes.list}>
        {faults.map(({ table, kind, rows }) => (
          <li key={`${table} ${kind}`}>
            <span>{label(kind)}</span>
            <Text size="sm" c="var(--quiet)">
              {table} · <NumberText value={rows} /> <Trans>rows</Trans>
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
