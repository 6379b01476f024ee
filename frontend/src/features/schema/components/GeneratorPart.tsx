import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words';
import { ParamForm } from '../../../ui/params/ParamForm';
import { ParamToolsContext } from '../../../ui/params/tools';
import { useBuilder } from '../context';
import type { DraftField } from '../draft/types';
import { useTools } from '../hooks/useTools';
import { DistributionPart } from './DistributionPart';
import classes from './SidePanel.module.css';

/** Where the values of a field come from, with the options of that generator. */
export function GeneratorPart({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const words = useWords();
  const { dispatch, catalog, effective, pick, paramNotes } = useBuilder();
  const tools = useTools(field.key);
  if (field.type === 'AUTO_INCREMENT') return null;
  const used = effective(field);
  const info = used ? catalog.generator(used.name) : undefined;
  const set = (generator: DraftField['generator']) => dispatch({ do: 'field', key: field.key, patch: { generator } });
  return (
    <fieldset className={classes.part}>
      <legend>
        <Trans>Values come from</Trans>
      </legend>
      <div className={classes.chosen}>
        <Text size="md" fw={500}>
          {used ? catalog.generatorLabel(used.name) : t`Chosen by name and type`}
        </Text>
        <Button variant="default" onClick={() => pick(field.key)}>
          <Trans>Change …</Trans>
        </Button>
      </div>
      {info ? (
        <Text size="sm" c="var(--quiet)" mb="sm">
          {words(info.description)}
        </Text>
      ) : null}
      {field.generator === null ? (
        <Text size="sm" c="var(--quiet)" mb="sm">
          <Trans>Chosen by name and type.</Trans>
        </Text>
      ) : (
        <Button variant="subtle" mb="sm" px={6} onClick={() => set(null)}>
          <Trans>Let name and type choose</Trans>
        </Button>
      )}
      <DistributionPart field={field} />
      {used && info && info.params.length > 0 ? (
        <ParamToolsContext value={tools}>
          <ParamForm
            key={used.name}
            generator={used.name}
            params={info.params}
            value={used.params}
            notes={paramNotes(field.key)}
            onChange={(params) => set({ name: used.name, params })}
          />
        </ParamToolsContext>
      ) : null}
    </fieldset>
  );
}
