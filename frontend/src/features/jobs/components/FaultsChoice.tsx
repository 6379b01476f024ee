import { Trans, useLingui } from '@lingui/react/macro';
import { Switch, Text } from '@mantine/core';
import { Section } from '../../../ui/Section';
import type { FormTable } from '../operations';
import { faultyTables, type Wish, withFaults } from '../request';

type Props = {
  tables: readonly FormTable[];
  wish: Wish;
  onChange: (next: Wish) => void;
};

/** Whether rows get the faults their tables declare; nothing where none does. */
export function FaultsChoice({ tables, wish, onChange }: Props) {
  const { t, i18n } = useLingui();
  const faulty = faultyTables(tables, wish);
  if (faulty.length === 0) return null;
  const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 2 });
  const rates = faulty.map((table) => `${table.name} ${percent.format(table.faults?.rate ?? 0)}`);
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(rates);
  return (
    <Section title={t`Faults`}>
      <Switch
        label={t`Put the faults of the design into the rows`}
        description={t`Rows wrong on purpose: ${list}.`}
        checked={withFaults(wish)}
        onChange={(event) => onChange({ ...wish, faults: event.currentTarget.checked })}
      />
      <Text size="sm" c="var(--quiet)" mt="xs">
        {wish.target === 'NONE' ? (
          <Trans>The files come with a list of every wrong cell and what it was before.</Trans>
        ) : (
          <Trans>Tables refuse rows that break their rules, so faults are off unless you switch them on.</Trans>
        )}
      </Text>
    </Section>
  );
}
