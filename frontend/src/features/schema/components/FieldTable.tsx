import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useDragWords } from '../../../ui/useDragWords';
import type { Violation } from '../../../ui/Violations';
import { isKey, useBuilder } from '../context';
import { newField } from '../draft/convert';
import { FieldLine } from './FieldLine';
import classes from './FieldTable.module.css';

// Constants: new ones at each drawing would draw every row again.
const POINTER = { activationConstraint: { distance: 4 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };
const FINE: readonly Violation[] = [];

/** Puts the cursor into the name of a field once it is drawn. */
export function focusName(key: string | undefined) {
  if (key === undefined) return;
  requestAnimationFrame(() => document.getElementById(`name-${key}`)?.focus());
}

/** The fields, one a row; dragged, or moved by keys. */
export function FieldTable() {
  const { t } = useLingui();
  const { draft, dispatch, catalog, problems, effective, agreements, selected, select, pick } = useBuilder();
  const { fields } = draft;
  const words = useDragWords(fields);
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD));
  const order = fields.map((field) => field.key).join(' ');
  const keys = useMemo(() => order.split(' '), [order]);
  const add = useCallback(
    (after: string | null) => {
      const field = newField();
      dispatch({ do: 'add', after, field });
      focusName(field.key);
    },
    [dispatch],
  );
  const dropped = ({ active, over }: DragEndEvent) => {
    const to = fields.findIndex((field) => field.key === over?.id);
    if (to >= 0) dispatch({ do: 'move', key: String(active.id), to });
  };
  return (
    <div className={classes.frame}>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={dropped} accessibility={words}>
        <table className={classes.table} aria-label={t`Fields`}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t`Order`}</VisuallyHidden>
              </th>
              <th scope="col">
                <Trans>Field</Trans>
              </th>
              <th scope="col">
                <Trans>Type</Trans>
              </th>
              <th scope="col">
                <Trans>Generator</Trans>
              </th>
              <th scope="col">
                <Trans>Null %</Trans>
              </th>
              <th scope="col">
                <Trans>Unique</Trans>
              </th>
              <th scope="col">
                <Trans>Key</Trans>
              </th>
              <th scope="col">
                <VisuallyHidden>{t`Remove`}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <SortableContext items={keys} strategy={verticalListSortingStrategy}>
            {fields.map((field, index) => (
              <FieldLine
                key={field.key}
                field={field}
                index={index}
                above={fields[index - 1]?.key}
                below={fields[index + 1]?.key}
                selected={selected === field.key}
                inKey={isKey(draft, field)}
                problems={problems.get(field.key) ?? FINE}
                generator={effective(field)?.name ?? null}
                agrees={agreements.get(field.key)?.fields.join(', ') ?? ''}
                bundle={agreements.get(field.key)?.word ?? ''}
                catalog={catalog}
                dispatch={dispatch}
                onSelect={select}
                onPick={pick}
                onAdd={add}
              />
            ))}
          </SortableContext>
        </table>
      </DndContext>
      <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={() => add(null)} m={4}>
        <Trans>Add a field</Trans>
      </Button>
    </div>
  );
}
