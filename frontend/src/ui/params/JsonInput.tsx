import { useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../graphql/tada';

type Props = {
  label: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  placeholder?: string | undefined;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
};

function parse(text: string): { ok: true; value: Json | undefined } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch {
    return { ok: false };
  }
}

/** A value that has no form of its own, written as JSON. */
export function JsonInput({ value, onChange, error, ...rest }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const readable = parse(shown).ok;
  return (
    <Textarea
      {...rest}
      rows={Math.min(12, Math.max(3, shown.split('\n').length))}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={shown}
      error={readable ? error : t`This is not JSON yet`}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const read = parse(next);
        if (read.ok) onChange(read.value);
      }}
      onBlur={() => {
        if (readable) setText(null);
      }}
    />
  );
}
