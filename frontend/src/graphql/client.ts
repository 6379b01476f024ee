import { authExchange } from '@urql/exchange-auth';
import { createClient as createSocket } from 'graphql-ws';
import { Client, type CombinedError, fetchExchange, type Operation, subscriptionExchange } from 'urql';
import { makeCache } from './cache';
import { accessToken, dropSession, isSignedIn, refreshSession, sessionIsStale } from './session';

/** Mutations that anyone may send; they must not wait for a session. */
const OPEN = new Set(['SignUp', 'SignIn']);

function operationName(operation: Operation): string | undefined {
  const [first] = operation.query.definitions;
  return first && 'name' in first ? first.name?.value : undefined;
}

/** Whether the server no longer knows who asks. */
export function isUnauthenticated(error: CombinedError | undefined): boolean {
  return error?.graphQLErrors.some((each) => each.extensions?.code === 'UNAUTHENTICATED') ?? false;
}

function makeSocket() {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql/ws`;
  return createSocket({
    url,
    lazy: true,
    lazyCloseTimeout: 10_000,
    keepAlive: 20_000,
    retryAttempts: 30,
    shouldRetry: () => isSignedIn(),
    connectionParams: async () => {
      if (sessionIsStale()) await refreshSession().catch(() => false);
      return { authorization: `Bearer ${accessToken() ?? ''}` };
    },
  });
}

/** The one GraphQL client: queries and mutations over HTTP, subscriptions over one WebSocket. */
export function makeClient(onSignedOut: () => void): Client {
  const socket = makeSocket();
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'x-dmb-csrf': '1' } },
    exchanges: [
      makeCache(),
      authExchange(async (utils) => ({
        addAuthToOperation: (operation) => {
          const token = accessToken();
          return token === null ? operation : utils.appendHeaders(operation, { authorization: `Bearer ${token}` });
        },
        willAuthError: (operation) => sessionIsStale() && !OPEN.has(operationName(operation) ?? ''),
        didAuthError: (error, operation) => isUnauthenticated(error) && !OPEN.has(operationName(operation) ?? ''),
        refreshAuth: async () => {
          if (await refreshSession().catch(() => true)) return;
          dropSession();
          onSignedOut();
        },
      })),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink),
          }),
        }),
      }),
    ],
  });
}
