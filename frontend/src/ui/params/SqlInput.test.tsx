import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../graphql/tada';
import { SqlInput } from './SqlInput';

function Form({ error }: { error?: string }) {
  const [value, setValue] = useState<Json | undefined>('');
  return (
    <SqlInput
      label="Expression"
      error={error}
      value={value}
      onChange={setValue}
      fields={['quantity', 'unit_price']}
      functions={['round', 'upper']}
    />
  );
}

function editor(error?: string): HTMLTextAreaElement {
  render(
    <I18nProvider i18n={i18n}>
      <MantineProvider>
        <Form {...(error === undefined ? {} : { error })} />
      </MantineProvider>
    </I18nProvider>,
  );
  return screen.getByRole('textbox', { name: 'Expression' });
}

/** Types at the end; true where the key did what it does in any text. */
function type(input: HTMLTextAreaElement, text: string) {
  fireEvent.change(input, { target: { value: text, selectionStart: text.length, selectionEnd: text.length } });
}
const press = (input: HTMLTextAreaElement, key: string, more = {}) => fireEvent.keyDown(input, { key, ...more });
const offered = () => screen.queryAllByRole('option').map((option) => option.firstChild?.textContent);

describe('the editor of an expression', () => {
  it('offers fields and functions while one types, and takes the one chosen', () => {
    const input = editor();
    type(input, 'u');
    expect(offered()).toEqual(['unit_price', 'upper']);
    press(input, 'ArrowDown');
    const chosen = screen.getByRole('option', { selected: true });
    expect(chosen.textContent).toContain('upper');
    expect(input.getAttribute('aria-activedescendant')).toBe(chosen.id);
    press(input, 'Enter');
    expect(input.value).toBe('upper()');
    expect(input.selectionStart).toBe(6);
    expect(offered()).toEqual([]);
  });
  it('never keeps Tab, and keeps the other keys only while it offers something', () => {
    const input = editor();
    expect(press(input, 'ArrowDown')).toBe(true);
    expect(press(input, 'Escape')).toBe(true);
    type(input, 'quan');
    expect(press(input, 'Tab')).toBe(true);
    expect(press(input, 'Escape')).toBe(false);
    expect(offered()).toEqual([]);
    press(input, ' ', { ctrlKey: true });
    expect(offered()).toEqual(['quantity']);
    fireEvent.blur(input);
    expect(offered()).toEqual([]);
  });
  it('tells what is wrong beside the text', () => {
    const input = editor('there is no field “a”');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('there is no field “a”')).toBeTruthy();
  });
});
