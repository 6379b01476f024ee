import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Text } from '@mantine/core';
import type { Json } from '../../../graphql/tada';
import { readConditions, startValue, writeConditions } from '../cases';
import { everything, type Notes, unplaced, within } from '../notes';
import { asObject, readRef, withValue, writeRef } from '../refs';
import { useParamTools } from '../tools';
import { asText } from '../types';
import { ConditionsInput } from './ConditionsInput';
import classes from './nested.module.css';
import { RefInput } from './RefInput';
import { type Entry, Sortable } from './Sortable';
import { useOpWords } from './useOpWords';

type Props = {
  value: readonly Json[];
  /** Name of the field whose value is looked at. */
  field: Json | undefined;
  notes: Notes;
  onChange: (value: Json[]) => void;
};

/** What is made when a field has such a value: the first case that holds is taken. */
export function CasesInput({ value, field, notes, onChange }: Props) {
  const { t } = useLingui();
  const { fields, generatorLabel } = useParamTools();
  const words = useOpWords();
  const about = fields.find(({ name }) => name === asText(field));
  const notesOf = (index: number) => within(notes, `#${index}`);
  const replace = (index: number, next: Json) => onChange(value.map((each, at) => (at === index ? next : each)));
  const entry = (item: Json, index: number): Entry => {
    const each = asObject(item);
    const conditions = readConditions(each);
    const then = readRef(each.then);
    const asked = conditions.map(({ op, value: given }) =>
      op === 'null' ? words[op] : `${words[op]} ${Array.isArray(given) ? given.map(asText).join(', ') : asText(given)}`,
    );
    const name = asked.join(` ${t`and`} `) || t`case ${index + 1}`;
    return {
      name,
      head: (
        <>
          <Text size="sm" truncate>
            {about ? <b>{about.name} </b> : null}
            {name}
          </Text>
          <Text size="xs" c="var(--quiet)" truncate>
            → {then ? generatorLabel(then.name) : t`empty (null)`}
          </Text>
        </>
      ),
      body: (
        <>
          <ConditionsInput
            value={conditions}
            field={about}
            notes={notesOf(index)}
            onChange={(next) => replace(index, writeConditions(each, next))}
          />
          <Text size="sm" fw={500} mt="xs">
            <Trans>then</Trans>
          </Text>
          <RefInput
            title={name}
            value={then}
            optional
            type={null}
            notes={within(notesOf(index), 'then')}
            onChange={(ref) => replace(index, withValue(each, 'then', ref ? writeRef(ref) : null))}
          />
        </>
      ),
    };
  };
  const problem = unplaced(
    notes.problems,
    value.map((_, index) => `#${index}`),
  );
  return (
    <div className={classes.rows}>
      <Sortable
        value={value}
        entry={entry}
        broken={(index) => everything(notesOf(index).problems) !== undefined}
        add={{ label: <Trans>Add a case</Trans>, item: () => withValue({ is: startValue('is') }, 'then', null) }}
        onChange={onChange}
      />
      {problem ? <Input.Error>{problem}</Input.Error> : null}
    </div>
  );
}
