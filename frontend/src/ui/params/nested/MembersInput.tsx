import { Trans, useLingui } from '@lingui/react/macro';
import { Input, Text, TextInput } from '@mantine/core';
import type { Json } from '../../../graphql/tada';
import { everything, type Notes, unplaced, within } from '../notes';
import { asObject, readRef } from '../refs';
import { useParamTools } from '../tools';
import { asText } from '../types';
import { MemberInput } from './MemberInput';
import classes from './nested.module.css';
import { type Entry, Sortable } from './Sortable';

type Props = { value: readonly Json[]; notes: Notes; onChange: (value: Json[]) => void };

/** The named values of an object, in order. */
export function MembersInput({ value, notes, onChange }: Props) {
  const { t } = useLingui();
  const { generatorLabel } = useParamTools();
  const notesOf = (index: number) => within(notes, `#${index}`);
  const replace = (index: number, next: Json) => onChange(value.map((each, at) => (at === index ? next : each)));
  const entry = (item: Json, index: number): Entry => {
    const member = asObject(item);
    const name = asText(member.name);
    const ref = readRef(member.generator);
    const called = name || t`value ${index + 1}`;
    return {
      name: called,
      head: (
        <>
          <TextInput
            aria-label={t`Name of value ${index + 1}`}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            placeholder={t`name`}
            autoComplete="off"
            spellCheck={false}
            value={name}
            error={everything(within(notesOf(index), 'name').problems)}
            onChange={(event) => replace(index, { ...member, name: event.currentTarget.value })}
          />
          <Text size="xs" c="var(--quiet)" truncate>
            {ref ? generatorLabel(ref.name) : t`no generator yet`}
          </Text>
        </>
      ),
      body: (
        <MemberInput title={called} value={member} notes={notesOf(index)} onChange={(next) => replace(index, next)} />
      ),
    };
  };
  const steps = value.map((_, index) => `#${index}`);
  const problem = unplaced(notes.problems, steps);
  return (
    <div className={classes.rows}>
      <Sortable
        value={value}
        entry={entry}
        broken={(index) => everything(notesOf(index).problems) !== undefined}
        add={{ label: <Trans>Add a value</Trans>, item: () => ({ name: '' }) }}
        onChange={onChange}
      />
      {problem ? <Input.Error>{problem}</Input.Error> : null}
    </div>
  );
}
