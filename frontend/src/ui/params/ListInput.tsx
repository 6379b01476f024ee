import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../graphql/tada';
import { asText, linesToList } from './types';

type Props = {
  label: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  placeholder?: string | undefined;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
};

/** A list of values, one a line: quick to type and to paste. */
export function ListInput({ value, onChange, description, ...rest }: Props) {
  const { t } = useLingui();
  const stored = Array.isArray(value) ? value.map(asText).join('\n') : asText(value);
  const [text, setText] = useState<string | null>(null);
  return (
    <Textarea
      {...rest}
      description={[description, t`One a line.`].filter(Boolean).join(' ')}
      rows={4}
      spellCheck={false}
      value={text ?? stored}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const list = linesToList(next);
        onChange(list.length === 0 ? undefined : list);
      }}
      onBlur={() => setText(null)}
    />
  );
}
