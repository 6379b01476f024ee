import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Checkbox, NativeSelect, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconGripVertical, IconKey, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, memo } from 'react';
import { NumberField } from '../../../ui/NumberField';
import type { Violation } from '../../../ui/Violations';
import { asIdentifier } from '../draft/names';
import type { DraftAction } from '../draft/reducer';
import type { DraftField } from '../draft/types';
import type { CatalogIndex } from '../hooks/useCatalog';
import type { FieldType } from '../operations';
import { focusName } from './FieldTable';
import classes from './FieldTable.module.css';
import { GeneratorCell } from './GeneratorCell';
import { LineProblems } from './LineProblems';

type Props = {
  field: DraftField;
  index: number;
  above: string | undefined;
  below: string | undefined;
  selected: boolean;
  /** Whether it is part of the primary key. */
  inKey: boolean;
  problems: readonly Violation[];
  /** Name of the generator that will be used, where it is known. */
  generator: string | null;
  /** Names of the fields that agree with it, and the word of their bundle; empty: none. */
  agrees: string;
  bundle: string;
  catalog: CatalogIndex;
  dispatch: (action: DraftAction) => void;
  onSelect: (key: string, open?: boolean) => void;
  onPick: (key: string) => void;
  onAdd: (after: string) => void;
};

const told = (problems: readonly Violation[]) =>
  problems.map((each) => `${each.severity} ${each.message} ${each.suggestion}`).join('\n');

function unchanged(one: Props, other: Props): boolean {
  return (Object.keys(one) as (keyof Props)[]).every(
    (name) => one[name] === other[name] || (name === 'problems' && told(one.problems) === told(other.problems)),
  );
}

/** One field: name, type, generator, nulls, keys. Drawn anew only when something of it changes, so that typing is quick. */
export const FieldLine = memo(Line, unchanged);

function Line({ field, index, above, below, onAdd, ...shared }: Props) {
  const { t } = useLingui();
  const { selected, inKey, problems: wrong, generator, agrees, bundle, catalog, dispatch, onSelect, onPick } = shared;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: field.key,
    attributes: { roleDescription: t`movable` },
  });
  const { key } = field;
  const name = field.name || t`field ${index + 1}`;
  const broken = wrong.some((each) => each.severity === 'ERROR');
  const remove = () => {
    dispatch({ do: 'remove', key });
    focusName(above ?? below);
  };
  const onKeys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') onAdd(key);
    else if (event.altKey && event.key === 'ArrowUp') dispatch({ do: 'move', key, to: index - 1 });
    else if (event.altKey && event.key === 'ArrowDown') dispatch({ do: 'move', key, to: index + 1 });
    else if (event.key === 'ArrowUp') focusName(above);
    else if (event.key === 'ArrowDown') focusName(below);
    else if (event.key === 'Backspace' && field.name === '' && (above ?? below)) remove();
    else return;
    event.preventDefault();
  };
  return (
    <tbody
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}
      data-dragging={isDragging || undefined}
      data-selected={selected || undefined}
      onFocusCapture={() => onSelect(key)}
    >
      <tr>
        <td>
          <UnstyledButton
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            className={classes.grip}
            aria-label={t`Move ${name}`}
          >
            <IconGripVertical size={14} aria-hidden />
          </UnstyledButton>
        </td>
        <td className={classes.name}>
          <TextInput
            id={`name-${key}`}
            variant="unstyled"
            aria-label={t`Name of field ${index + 1}`}
            aria-keyshortcuts="Enter Alt+ArrowUp Alt+ArrowDown"
            aria-invalid={broken || undefined}
            aria-describedby={wrong.length > 0 ? `problems-${key}` : undefined}
            placeholder={t`name`}
            autoComplete="off"
            spellCheck={false}
            value={field.name}
            onChange={(event) =>
              dispatch({
                do: 'rename',
                key,
                name: asIdentifier(event.currentTarget.value),
                fieldParams: catalog.fieldParams,
              })
            }
            onKeyDown={onKeys}
          />
        </td>
        <td className={classes.type}>
          <NativeSelect
            variant="unstyled"
            aria-label={t`Type of ${name}`}
            rightSectionWidth={24}
            data={catalog.typeOptions}
            value={field.type}
            onChange={(event) => dispatch({ do: 'retype', key, type: event.currentTarget.value as FieldType })}
          />
        </td>
        <td className={classes.generator}>
          <GeneratorCell
            field={field}
            name={name}
            generator={generator}
            catalog={catalog}
            agrees={agrees}
            bundle={bundle}
            onPick={() => onPick(key)}
          />
        </td>
        <td className={classes.nulls}>
          {field.type === 'AUTO_INCREMENT' || inKey ? (
            <span className={classes.none}>–</span>
          ) : (
            <NumberField
              variant="unstyled"
              className={classes.share}
              aria-label={t`Share of empty values in ${name}, percent`}
              value={field.nullable ? Math.round(field.nullRate * 1e8) / 1e6 : 0}
              min={0}
              max={100}
              onChange={(percent) => {
                const nullRate = (percent ?? 0) / 100;
                dispatch({ do: 'field', key, patch: { nullRate, nullable: nullRate > 0 || field.nullable } });
              }}
            />
          )}
        </td>
        <td className={classes.tick}>
          <Checkbox
            aria-label={t`${name} is unique`}
            checked={field.unique}
            onChange={(event) => dispatch({ do: 'field', key, patch: { unique: event.currentTarget.checked } })}
          />
        </td>
        <td className={classes.tick}>
          <ActionIcon
            aria-label={t`${name} is part of the primary key`}
            aria-pressed={inKey}
            className={classes.key}
            onClick={() => dispatch({ do: 'key', key, on: !inKey })}
          >
            <IconKey size={15} />
          </ActionIcon>
        </td>
        <td className={classes.end}>
          <ActionIcon aria-label={t`Details of ${name}`} className={classes.more} onClick={() => onSelect(key, true)}>
            <IconChevronRight size={15} />
          </ActionIcon>
          <ActionIcon aria-label={t`Remove ${name}`} onClick={remove}>
            <IconX size={15} />
          </ActionIcon>
        </td>
      </tr>
      <LineProblems id={`problems-${key}`} problems={wrong} />
    </tbody>
  );
}
