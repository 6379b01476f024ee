import { useRef } from 'react';

/** Names for the entries of a list that have none: they stay with their entry when it moves. */
export class RowKeys {
  private keys: string[] = [];
  private made = 0;

  /** The names of so many entries; entries that came or went elsewhere are taken for the last. */
  of(count: number): readonly string[] {
    while (this.keys.length < count) {
      this.made += 1;
      this.keys.push(`row-${this.made}`);
    }
    this.keys.length = count;
    return this.keys;
  }

  move(from: number, to: number) {
    const [key] = this.keys.splice(from, 1);
    if (key !== undefined) this.keys.splice(to, 0, key);
  }

  remove(at: number) {
    this.keys.splice(at, 1);
  }
}

export function useRowKeys(): RowKeys {
  const keys = useRef<RowKeys | null>(null);
  keys.current ??= new RowKeys();
  return keys.current;
}

/** The list with one entry at another place. */
export function movedTo<Item>(list: readonly Item[], from: number, to: number): Item[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
