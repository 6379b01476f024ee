import { useCallback } from 'react';
import { useMutation } from 'urql';
import { dropSession } from '../graphql/session';
import { SignOut } from './operations';

/** Ends the session and loads the page anew, so that nothing of it stays in memory. */
export function useSignOut(): (everywhere?: boolean) => Promise<void> {
  const [, signOut] = useMutation(SignOut);
  return useCallback(
    async (everywhere = false) => {
      await signOut({ everywhere });
      dropSession();
      location.assign('/sign-in');
    },
    [signOut],
  );
}
