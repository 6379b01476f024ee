import { makeClient } from '../graphql/client';

/** The GraphQL client of the pages. When the session ends, the page goes to the sign-in and comes back after it. */
export const client = makeClient(() => {
  location.assign(`/sign-in?from=${encodeURIComponent(location.pathname + location.search)}`);
});
