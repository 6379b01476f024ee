import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { describe, expect, it } from 'vitest';
import { keepFocus } from './focus';
import { usePanel } from './usePanel';

const focus = (input: HTMLInputElement | null) => input?.focus();

function Over({ name, onClose }: { name: string; onClose: () => void }) {
  usePanel(onClose);
  return <input aria-label={name} ref={focus} />;
}

type Props = { rows: readonly string[]; busy?: string };

/** Rows with a button each; the button opens a panel, from which another opens. */
function Page({ rows, busy }: Props) {
  const [open, setOpen] = useState(false);
  const [second, setSecond] = useState(false);
  useEffect(keepFocus, []);
  return (
    <>
      <input aria-label="elsewhere" />
      <main tabIndex={-1}>
        {rows.map((row) => (
          <button key={row} type="button" disabled={row === busy} onClick={() => setOpen(true)}>
            {row}
          </button>
        ))}
      </main>
      {open ? (
        <div role="dialog">
          <Over name="first" onClose={() => setOpen(false)} />
          <button type="button" onClick={() => setSecond(true)}>
            more
          </button>
        </div>
      ) : null}
      {second ? <Over name="second" onClose={() => setSecond(false)} /> : null}
    </>
  );
}

const leave = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
const press = (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};
const focusIs = (text: string) => waitFor(() => expect(document.activeElement?.textContent).toBe(text));

/** Past the turn in which the focus is looked after. */
const later = () => new Promise((done) => setTimeout(done, 10));

describe('a panel that closes', () => {
  it('gives the focus back to what opened it', async () => {
    render(<Page rows={['a', 'b', 'c']} />);
    press('b');
    expect(document.activeElement).toBe(screen.getByLabelText('first'));
    leave();
    expect(screen.queryByRole('dialog')).toBeNull();
    await focusIs('b');
  });

  it.each([
    ['b', ['a', 'c'], 'c'],
    ['c', ['a', 'b'], 'b'],
  ])('gives it to the neighbour where %s is gone', async (opener, left, next) => {
    const { rerender } = render(<Page rows={['a', 'b', 'c']} />);
    press(opener);
    rerender(<Page rows={left} />);
    leave();
    await focusIs(next);
  });

  it('gives it to the content where nothing is left', async () => {
    const { rerender } = render(<Page rows={['a']} />);
    press('a');
    rerender(<Page rows={[]} />);
    leave();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  });

  it('leaves the focus alone where it went elsewhere', async () => {
    render(<Page rows={['a']} />);
    press('a');
    screen.getByLabelText('elsewhere').focus();
    leave();
    await later();
    expect(document.activeElement).toBe(screen.getByLabelText('elsewhere'));
  });

  it('leaves the panel under it open', async () => {
    render(<Page rows={['a']} />);
    press('a');
    press('more');
    expect(document.activeElement).toBe(screen.getByLabelText('second'));
    leave();
    expect(screen.queryByLabelText('second')).toBeNull();
    await focusIs('more');
    leave();
    expect(screen.queryByRole('dialog')).toBeNull();
    await focusIs('a');
  });
});

describe('the focus', () => {
  it('goes to the neighbour when what has it is removed', async () => {
    const { rerender } = render(<Page rows={['a', 'b', 'c']} />);
    screen.getByRole('button', { name: 'b' }).focus();
    rerender(<Page rows={['a', 'c']} />);
    await focusIs('c');
    rerender(<Page rows={['a']} />);
    await focusIs('a');
  });

  it('comes back to a button that was busy', async () => {
    const { rerender } = render(<Page rows={['a', 'b']} />);
    const button = screen.getByRole('button', { name: 'a' });
    button.focus();
    // Browsers take the focus from what is out of use.
    button.blur();
    rerender(<Page rows={['a', 'b']} busy="a" />);
    await later();
    expect(document.activeElement).toBe(document.body);
    rerender(<Page rows={['a', 'b']} />);
    await focusIs('a');
  });

  it('stays away when a click took it away', async () => {
    const { rerender } = render(<Page rows={['a', 'b']} />);
    const button = screen.getByRole('button', { name: 'a' });
    button.focus();
    fireEvent.pointerDown(document.body);
    button.blur();
    rerender(<Page rows={['a']} />);
    await later();
    expect(document.activeElement).toBe(document.body);
  });
});
