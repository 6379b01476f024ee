import { useSyncExternalStore } from 'react';
import { send } from './plain';

/** Who is signed in. The access token lives in memory only; the refresh token is a cookie that no script can read. */
export type SessionUser = { id: string; email: string; name: string; role: 'ADMIN' | 'USER' };

type Session = { accessToken: string; expiresAt: number; user: SessionUser };

/** What the server answers to signing up, signing in and refreshing. */
export type SessionAnswer = { accessToken: string; expiresAt: string; user: SessionUser };

const HINT = 'dmb-signed-in';
const EARLY_MS = 15_000;

let current: Session | null = null;
let refreshing: Promise<boolean> | null = null;
const listeners = new Set<() => void>();

function publish(next: Session | null) {
  current = next;
  for (const listener of listeners) listener();
}

/** Takes over a session that the server has just given. */
export function keepSession(answer: SessionAnswer) {
  localStorage.setItem(HINT, '1');
  publish({ ...answer, expiresAt: Date.parse(answer.expiresAt) });
}

/** Forgets the session in this tab. The cookie is the server's to clear. */
export function dropSession() {
  localStorage.removeItem(HINT);
  publish(null);
}

/** The access token, or null while nobody is signed in. */
export function accessToken(): string | null {
  return current?.accessToken ?? null;
}

/** Whether the access token is missing or about to expire, while someone is signed in. */
export function sessionIsStale(): boolean {
  return current !== null && current.expiresAt - EARLY_MS < Date.now();
}

const REFRESH = `mutation RefreshSession {
  refreshSession { session { accessToken expiresAt user { id email name role } } }
}`;

async function askForSession(): Promise<boolean> {
  const { data, error } = await send<{ refreshSession: { session: SessionAnswer | null } }>('RefreshSession', REFRESH);
  if (error && error.graphQLErrors.length === 0) throw new Error('the server was not reached');
  const answer = data?.refreshSession.session;
  if (!answer) {
    dropSession();
    return false;
  }
  keepSession(answer);
  return true;
}

/**
 * Asks for a new access token with the cookie; calls that come together share one request.
 * False: the server said that nobody is signed in. A network failure rejects and keeps what is known.
 */
export function refreshSession(): Promise<boolean> {
  refreshing ??= askForSession().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** At start: takes up the session of an earlier visit, where there was one. */
export async function resumeSession(): Promise<void> {
  if (localStorage.getItem(HINT) === null) return;
  await refreshSession().catch(() => false);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether someone is signed in now. */
export function isSignedIn(): boolean {
  return current !== null;
}

/** Who is signed in, kept up to date. */
export function useSessionUser(): SessionUser | null {
  return useSyncExternalStore(subscribe, () => current?.user ?? null);
}
