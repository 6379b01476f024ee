import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { useLingui } from '@lingui/react/macro';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconGripVertical, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Json } from '../../../graphql/tada';
import { useDragWords } from '../../useDragWords';
import { AddButton } from './AddButton';
import classes from './nested.module.css';
import { movedTo, useRowKeys } from './rowKeys';

const POINTER = { activationConstraint: { distance: 4 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

/** How an entry is drawn. */
export type Entry = {
  /** What it is called where it is spoken of. */
  name: string;
  /** What is always seen of it. */
  head: ReactNode;
  /** What is seen when it is open. */
  body: ReactNode;
};

type Props = {
  value: readonly Json[];
  onChange: (value: Json[]) => void;
  entry: (item: Json, index: number) => Entry;
  /** Whether something is wrong inside an entry. */
  broken: (index: number) => boolean;
  /** The button that adds an entry, and what it adds. */
  add: { label: ReactNode; item: () => Json };
};

/** A list whose entries open, move (dragged, or by Alt and the arrow keys) and go. */
export function Sortable({ value, onChange, entry, broken, add }: Props) {
  const keys = useRowKeys();
  const ids = [...keys.of(value.length)];
  const [open, setOpen] = useState<string | null>(null);
  const words = useDragWords(value.map((item, index) => ({ key: ids[index] ?? '', name: entry(item, index).name })));
  const sensors = useSensors(useSensor(PointerSensor, POINTER), useSensor(KeyboardSensor, KEYBOARD));
  const move = (from: number, to: number) => {
    if (from < 0 || to < 0 || to >= value.length || from === to) return;
    keys.move(from, to);
    onChange(movedTo(value, from, to));
  };
  const onKeys = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(index, event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  const dropped = ({ active, over }: DragEndEvent) =>
    move(ids.indexOf(String(active.id)), over ? ids.indexOf(String(over.id)) : -1);
  return (
    <>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={dropped} accessibility={words}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.list}>
            {value.map((item, index) => {
              const id = ids[index] ?? '';
              return (
                <Row
                  key={id}
                  id={id}
                  entry={entry(item, index)}
                  broken={broken(index)}
                  open={open === id}
                  onOpen={() => setOpen(open === id ? null : id)}
                  onKeys={(event) => onKeys(event, index)}
                  onRemove={() => {
                    keys.remove(index);
                    onChange(value.filter((_, at) => at !== index));
                  }}
                />
              );
            })}
          </ol>
        </SortableContext>
      </DndContext>
      <AddButton
        label={add.label}
        onAdd={() => {
          setOpen(keys.of(value.length + 1).at(-1) ?? null);
          onChange([...value, add.item()]);
        }}
      />
    </>
  );
}

type RowProps = {
  id: string;
  entry: Entry;
  broken: boolean;
  open: boolean;
  onOpen: () => void;
  onKeys: (event: KeyboardEvent) => void;
  onRemove: () => void;
};

function Row({ id, entry, broken, open, onOpen, onKeys, onRemove }: RowProps) {
  const { t } = useLingui();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: t`movable` },
  });
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}
      data-dragging={isDragging || undefined}
      data-broken={broken || undefined}
      onKeyDown={onKeys}
    >
      <div className={classes.head}>
        <UnstyledButton
          ref={setActivatorNodeRef}
          {...attributes}
          {...listeners}
          className={classes.grip}
          aria-label={t`Move ${entry.name}`}
        >
          <IconGripVertical size={14} aria-hidden />
        </UnstyledButton>
        <div className={classes.what}>{entry.head}</div>
        <ActionIcon aria-label={t`Details of ${entry.name}`} aria-expanded={open} onClick={onOpen}>
          <IconChevronDown size={15} className={open ? classes.turned : undefined} />
        </ActionIcon>
        <ActionIcon aria-label={t`Remove ${entry.name}`} onClick={onRemove}>
          <IconX size={15} />
        </ActionIcon>
      </div>
      {open ? <div className={classes.body}>{entry.body}</div> : null}
    </li>
  );
}
