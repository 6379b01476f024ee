import { useWords } from '../../../i18n/words';
import type { ParamInputProps } from '../ParamInput';
import { asList, asObject, readRef, writeRef } from '../refs';
import { CasesInput } from './CasesInput';
import { Group } from './Group';
import { MemberInput } from './MemberInput';
import { MembersInput } from './MembersInput';
import { RefInput } from './RefInput';
import { RowsInput } from './RowsInput';

/** The input of a parameter that holds generators or rows of values. */
export function NestedInput({ param, value, onChange, siblings, notes }: ParamInputProps) {
  const words = useWords();
  const list = (next: ReturnType<typeof asList>) => onChange(next.length === 0 ? undefined : next);
  const group = { label: words(param.label), help: words(param.help), required: param.required };
  switch (param.kind) {
    case 'GENERATOR':
      return (
        <Group {...group}>
          <RefInput
            title={words(param.label)}
            value={readRef(value)}
            otherwise={readRef(param.default)}
            optional={!param.required}
            type={null}
            notes={notes}
            onChange={(ref) => onChange(ref ? writeRef(ref) : undefined)}
          />
        </Group>
      );
    case 'MEMBER':
      return (
        <Group {...group}>
          <MemberInput title={words(param.label)} value={asObject(value)} notes={notes} onChange={onChange} />
        </Group>
      );
    case 'MEMBERS':
      return (
        <Group {...group}>
          <MembersInput value={asList(value)} notes={notes} onChange={list} />
        </Group>
      );
    case 'CASES':
      return (
        <Group {...group}>
          <CasesInput value={asList(value)} field={siblings.values.field} notes={notes} onChange={list} />
        </Group>
      );
    default:
      return (
        <Group {...group}>
          <RowsInput columns={param.columns ?? []} value={asList(value)} notes={notes} onChange={list} />
        </Group>
      );
  }
}
