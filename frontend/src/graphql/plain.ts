import type { Faulty } from './errors';

type Body<Data> = {
  data?: Data | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
};

/** What came back: data, or an error that `explain` can put in words. */
export type Answer<Data> = { data: Data; error: null } | { data: null; error: Faulty };

/**
 * Sends one operation without the client and its cache, for the pages before the sign-in: they stay small, and
 * nothing of theirs is worth keeping.
 */
export async function send<Data>(
  operationName: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-dmb-csrf': '1' },
      body: JSON.stringify({ query, operationName, variables }),
    });
    const body = (await response.json()) as Body<Data>;
    if (body.data && !body.errors?.length) return { data: body.data, error: null };
    return { data: null, error: { graphQLErrors: body.errors ?? [{ message: response.statusText }] } };
  } catch {
    return { data: null, error: { graphQLErrors: [] } };
  }
}
