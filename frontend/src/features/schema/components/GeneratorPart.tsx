import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { useWords } from '../../../i18n/words';
import { ParamForm } from '../../../ui/params/ParamForm';
import { useBuilder } from '../context';
import type { DraftField } from '../draft/types';
import classes from './SidePanel.module.css';

/** Where the values of a field come from, with the options of that generator. */
export function GeneratorPart({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const words = useWords();
  const { draft, dispatch, tables, catalog, effective, pick, paramProblems, unfilledParams } = useBuilder();
  if (field.type === 'AUTO_INCREMENT') return null;
  const used = effective(field);
  const info = used ? catalog.generator(used.name) : undefined;
  const set = (generator: DraftField['generator']) => dispatch({ do: 'field', key: field.key, patch: { generator } });
  const others = draft.fields.filter((each) => each.key !== field.key && each.name !== '').map((each) => each.name);
  const parents = draft.fields.flatMap(({ name, reference }) => {
    const parent = tables.find((table) => table.name === reference?.table);
    return (parent?.fields ?? []).map((each) => `${name.replace(/_id$/, '')}.${each.name}`);
  });
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
      {used && info && info.params.length > 0 ? (
        <ParamForm
          key={used.name}
          params={info.params}
          value={used.params}
          fields={others}
          parentFields={parents}
          locales={catalog.locales}
          problems={paramProblems(field.key)}
          unfilled={unfilledParams(field.key)}
          onChange={(params) => set({ name: used.name, params })}
        />
      ) : null}
    </fieldset>
  );
}
