import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** An error of the API; no single one inside means that the server was not reached. */
export type Faulty = {
  graphQLErrors: readonly { message: string; extensions?: Record<string, unknown> }[];
};

/** An error in words that a person can act on. */
export type Explained = {
  code: string;
  title: MessageDescriptor;
  /** What the server said, in its own words, where that helps. */
  detail: string | null;
  /** To be told to whoever runs the server. */
  errorId: string | null;
  /** Whether the same again may work. */
  retry: boolean;
};

function titleOf(code: string): { title: MessageDescriptor; retry: boolean; detail: boolean } {
  switch (code) {
    case 'NETWORK':
      return {
        title: msg`The server can't be reached. Check the connection and try again.`,
        retry: true,
        detail: false,
      };
    case 'UNAUTHENTICATED':
      return { title: msg`You are signed out. Sign in again to go on.`, retry: false, detail: false };
    case 'FORBIDDEN':
      return { title: msg`Your account may not do this.`, retry: false, detail: false };
    case 'NOT_FOUND':
      return { title: msg`This doesn't exist, or isn't yours.`, retry: false, detail: false };
    case 'CONFLICT':
      return { title: msg`Someone changed this meanwhile. Load it again.`, retry: true, detail: true };
    case 'RATE_LIMITED':
    case 'THROTTLED':
      return { title: msg`Too many attempts. Wait a moment and try again.`, retry: true, detail: true };
    case 'QUOTA_EXCEEDED':
      return { title: msg`This is more than your account may use.`, retry: false, detail: true };
    case 'VALIDATION':
    case 'BAD_USER_INPUT':
    case 'BAD_REQUEST':
      return { title: msg`Something in the request isn't right.`, retry: false, detail: true };
    case 'TIMEOUT':
      return { title: msg`This took too long and was stopped.`, retry: true, detail: false };
    case 'INTERNAL':
      return { title: msg`Something went wrong on the server.`, retry: true, detail: false };
    default:
      return { title: msg`That didn't work.`, retry: true, detail: true };
  }
}

/** The one place where an error of the API becomes words. */
export function explain(error: Faulty): Explained {
  const first = error.graphQLErrors[0];
  const code = first ? String(first.extensions?.code ?? 'UNKNOWN') : 'NETWORK';
  const { title, retry, detail } = titleOf(code);
  const errorId = first?.extensions?.errorId;
  return {
    code,
    title,
    retry,
    detail: detail && first ? first.message : null,
    errorId: errorId ? String(errorId) : null,
  };
}
