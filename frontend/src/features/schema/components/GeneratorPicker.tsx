import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words';
import { Panel } from '../../../ui/Panel';
import type { PickRequest } from '../../../ui/params/tools';
import { useBuilder } from '../context';
import { firstParams, searchGenerators } from '../draft/search';
import type { Generator } from '../operations';
import { GeneratorOption } from './GeneratorOption';
import classes from './GeneratorPicker.module.css';

/** Results drawn at once: more than anybody reads, few enough to be there at once. */
const BATCH = 40;

/** Moves the focus through the results with the arrow keys. */
function walk(event: KeyboardEvent, results: HTMLElement | null) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const options = [...(results?.querySelectorAll<HTMLElement>('button[data-option]') ?? [])];
  const at = options.indexOf(document.activeElement as HTMLElement);
  const next = options[event.key === 'ArrowDown' ? at + 1 : at - 1];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

type Props = PickRequest & {
  /** Whether choosing one that makes another type changes the type. */
  changesType?: boolean;
  onClose: () => void;
};

/** The catalogue of generators: search as you type, families at the left, examples beside each. */
export function GeneratorPicker({ title, type, chosen, changesType = false, onChoose, onClose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { catalog } = useBuilder();
  const [query, setQuery] = useState('');
  const [family, setFamily] = useState<string | null>(null);
  const [most, setMost] = useState(BATCH);
  const results = useRef<HTMLDivElement>(null);
  const families = useMemo(
    () => [...new Map(catalog.generators.map((each) => [each.family, words(each.familyLabel)]))],
    [catalog, words],
  );
  const text = (each: Generator) =>
    [each.label, each.familyLabel, each.description, ...each.params.map((param) => param.label)].map(words).join(' ');
  const { fitting, others } = searchGenerators(catalog.generators, { query, family, type, text });
  const rest = fitting.length + others.length - most;
  const narrow = (change: () => void) => {
    change();
    setMost(BATCH);
  };
  const choose = (generator: Generator) => {
    onChoose({ name: generator.name, params: firstParams(generator) });
    onClose();
  };
  return (
    <Panel onClose={onClose} size="46rem" title={t`Where do the values of ${title} come from?`}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between the buttons inside */}
      <div onKeyDown={(event) => walk(event, results.current)}>
        <TextInput
          data-autofocus
          type="search"
          aria-label={t`Search generators`}
          placeholder={t`Search: e-mail, price, date …`}
          leftSection={<IconSearch size={15} />}
          value={query}
          onChange={({ currentTarget: { value } }) => narrow(() => setQuery(value))}
          onKeyDown={(event) => {
            const [first] = [...fitting, ...others];
            if (event.key !== 'Enter' || !first) return;
            event.preventDefault();
            choose(first);
          }}
        />
        <div className={classes.body}>
          <nav className={classes.families} aria-label={t`Families`}>
            <button type="button" aria-pressed={family === null} onClick={() => narrow(() => setFamily(null))}>
              <Trans>All</Trans>
            </button>
            {families.map(([id, label]) => (
              <button key={id} type="button" aria-pressed={family === id} onClick={() => narrow(() => setFamily(id))}>
                {label}
              </button>
            ))}
          </nav>
          <div className={classes.results} ref={results}>
            {fitting.slice(0, most).map((each) => (
              <GeneratorOption
                key={each.name}
                generator={each}
                chosen={each.name === chosen}
                onChoose={() => choose(each)}
              />
            ))}
            {fitting.length + others.length === 0 ? (
              <Text c="var(--quiet)" p="md">
                <Trans>No generator matches. Try another word.</Trans>
              </Text>
            ) : null}
            {others.length > 0 && fitting.length < most ? (
              <Text size="xs" c="var(--quiet)" px="xs" pt="md" pb={4}>
                {changesType ? (
                  <Trans>For other types: choosing one changes the type of the field</Trans>
                ) : (
                  <Trans>For other types</Trans>
                )}
              </Text>
            ) : null}
            {others.slice(0, Math.max(0, most - fitting.length)).map((each) => (
              <GeneratorOption
                key={each.name}
                generator={each}
                chosen={false}
                changesType={changesType}
                onChoose={() => choose(each)}
              />
            ))}
            {rest > 0 ? (
              <Button variant="subtle" fullWidth onClick={() => setMost(most + 4 * BATCH)}>
                <Trans>{rest} more</Trans>
              </Button>
            ) : null}
          </div>
        </div>
      </div>
    </Panel>
  );
}
