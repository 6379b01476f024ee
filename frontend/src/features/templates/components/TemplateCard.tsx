import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, Title } from '@mantine/core';
import { IconKey, IconLink } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useWords } from '../../../i18n/words';
import { NumberText } from '../../../ui/numbers';
import type { Template } from '../operations';
import classes from './Gallery.module.css';
import { SampleRows } from './SampleRows';

const SHOWN = 5;

/** A template: what it is for, its tables, and rows of the one that is chosen. */
export function TemplateCard({ template, onChoose }: { template: Template; onChoose: () => void }) {
  const { t } = useLingui();
  const words = useWords();
  const id = useId();
  const [at, setAt] = useState(0);
  const table = template.tables[at];
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <Title order={2} id={id}>
            {words(template.label)}
          </Title>
          <Text size="sm" c="var(--quiet)">
            {words(template.description)}
          </Text>
        </div>
        <Button onClick={onChoose} aria-label={t`Use the template ${words(template.label)}`} style={{ flex: 'none' }}>
          <Trans>Use it</Trans>
        </Button>
      </div>
      {template.tables.length === 0 ? null : (
        <div className={classes.sketch}>
          {template.tables.map((each, index) => (
            <button
              key={each.name}
              type="button"
              className={classes.table}
              aria-pressed={index === at}
              aria-label={t`Rows of ${each.name}`}
              onClick={() => setAt(index)}
            >
              <span className={classes.tableName}>
                {each.name}
                <span>
                  <NumberText value={each.rows} />
                </span>
              </span>
              <span className={classes.fields}>
                {each.fields.slice(0, SHOWN).map((field, position) => (
                  <span key={field} style={{ display: 'block' }}>
                    {position === 0 ? <IconKey size={10} aria-hidden /> : null} {field}
                  </span>
                ))}
                {each.fields.length > SHOWN ? <span>+ {each.fields.length - SHOWN}</span> : null}
                {each.references.map((parent) => (
                  <span key={parent} style={{ display: 'block' }}>
                    <IconLink size={10} aria-hidden /> {parent}
                  </span>
                ))}
              </span>
            </button>
          ))}
        </div>
      )}
      {table && table.sample.length > 0 ? <SampleRows template={words(template.label)} table={table} /> : null}
    </section>
  );
}
