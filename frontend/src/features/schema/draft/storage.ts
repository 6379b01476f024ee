import type { Draft } from './types';

/** An unsaved draft as it outlives a reload: what it was begun from, and what became of it. */
export type Kept = { revision: number | null; base: Draft; present: Draft };

const PREFIX = 'dmb-draft:';
const VERSION = 2;

/** The name under which a table's draft is kept; tables that are not saved yet have one a project. */
export function draftName(userId: string, projectId: string, tableId: string): string {
  return `${PREFIX}${userId}:${tableId === 'new' ? `new:${projectId}` : tableId}`;
}

export function keepDraft(name: string, kept: Kept) {
  try {
    localStorage.setItem(name, JSON.stringify({ version: VERSION, ...kept }));
  } catch {
    // The storage is full or forbidden: the draft still lives in this tab.
  }
}

export function dropDraft(name: string) {
  localStorage.removeItem(name);
}

/** The draft that was kept, or null where there is none that can be read. */
export function keptDraft(name: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as (Kept & { version: number }) | null;
    return kept?.version === VERSION && Array.isArray(kept.present.fields) ? kept : null;
  } catch {
    return null;
  }
}
