import { Trans, useLingui } from '@lingui/react/macro';
import { Button, CloseButton } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import { cellText } from '../../../ui/cell';
import type { Field, Filter } from '../operations';
import { needsValue } from '../view';
import classes from './Filters.module.css';
import { useOpWords } from './opWords';

type Props = { fields: readonly Field[]; filters: readonly Filter[]; onChange: (next: Filter[]) => void };

const FilterForm = lazy(async () => ({ default: (await import('./FilterForm')).FilterForm }));

/** The filters in force, each with a way to drop it, and a way to add one. */
export function Filters({ fields, filters, onChange }: Props) {
  const { t } = useLingui();
  const words = useOpWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={classes.filters}>
        {filters.map((filter, index) => {
          const text = `${filter.field} ${words[filter.op]}${needsValue(filter.op) ? ` ${cellText(filter.value)}` : ''}`;
          return (
            <span key={text} className={classes.chip}>
              <span className={classes.text}>{text}</span>
              <CloseButton
                size="sm"
                aria-label={t`Drop the filter ${text}`}
                onClick={() => onChange(filters.filter((_, other) => other !== index))}
              />
            </span>
          );
        })}
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={16} />}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          <Trans>Filter</Trans>
        </Button>
      </div>
      {open ? (
        <Suspense fallback={null}>
          <FilterForm
            id={id}
            fields={fields}
            onClose={() => setOpen(false)}
            onAdd={(filter) => {
              setOpen(false);
              onChange([...filters, filter]);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
