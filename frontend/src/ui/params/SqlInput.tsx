import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Textarea, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Json } from '../../graphql/tada';
import classes from './SqlInput.module.css';
import { complete, type Offer, offers, wordAt } from './sqlWords';
import { asText } from './types';

type Props = {
  label: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  placeholder?: string | undefined;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  /** Fields of the row that may be named. */
  fields: readonly string[];
  /** Functions that may be called. */
  functions: readonly string[];
};

type List = { offers: Offer[]; at: number };

const CLOSED: List = { offers: [], at: 0 };

/**
 * An expression in SQL, with the row's fields and the functions offered while one types. Tab always leaves it; Escape
 * closes what is offered, Control and space bring it back.
 */
export function SqlInput({ value, onChange, fields, functions, ...rest }: Props) {
  const { t } = useLingui();
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const [list, setList] = useState<List>(CLOSED);
  const caret = useRef<number | null>(null);
  const text = asText(value);
  const count = list.offers.length;
  const open = count > 0;
  const counted = plural(count, { one: '# suggestion', other: '# suggestions' });
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const offer = (now: string, at: number, wanted: boolean) => {
    const word = wordAt(now, at);
    const found = word !== null && (wanted || word.typed !== '') ? offers(word.typed, fields, functions) : [];
    setList({ offers: found, at: 0 });
  };
  const take = (chosen: Offer | undefined) => {
    if (!chosen) return;
    const made = complete(text, input.current?.selectionStart ?? text.length, chosen);
    caret.current = made.caret;
    setList(CLOSED);
    onChange(made.text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === ' ' && event.ctrlKey) offer(text, event.currentTarget.selectionStart, true);
    else if (!open || event.nativeEvent.isComposing) return;
    else if (event.key === 'Escape') setList(CLOSED);
    else if (event.key === 'Enter') take(list.offers[list.at]);
    else if (steps) setList({ ...list, at: (list.at + steps + count) % count });
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.editor}>
      <Textarea
        {...rest}
        ref={input}
        classNames={{ input: classes.text }}
        rows={Math.min(12, Math.max(3, text.split('\n').length))}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={text}
        aria-autocomplete="list"
        aria-controls={open ? id : undefined}
        aria-activedescendant={open ? `${id}-${list.at}` : undefined}
        onChange={(event) => {
          const next = event.currentTarget.value;
          offer(next, event.currentTarget.selectionStart, false);
          onChange(next === '' ? undefined : next);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setList(CLOSED)}
      />
      {open ? <Offers id={id} label={t`Suggestions`} list={list} onTake={take} /> : null}
      <VisuallyHidden role="status">
        {open ? t`${counted}: arrow keys choose, Enter takes, Escape closes.` : ''}
      </VisuallyHidden>
    </div>
  );
}

type OffersProps = { id: string; label: string; list: List; onTake: (offer: Offer) => void };

function Offers({ id, label, list, onTake }: OffersProps) {
  const { t } = useLingui();
  const kinds = { field: t`Field`, function: t`Function`, keyword: t`SQL` };
  return (
    <div id={id} role="listbox" aria-label={label} className={classes.offers}>
      {list.offers.map((offer, at) => (
        // The text keeps the focus: keys choose through it (aria-activedescendant).
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={`${offer.kind} ${offer.word}`}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === list.at}
          className={classes.offer}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(offer)}
        >
          <span>{offer.word}</span>
          <span>{kinds[offer.kind]}</span>
        </div>
      ))}
    </div>
  );
}
