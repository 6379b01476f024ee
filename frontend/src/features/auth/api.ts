import type { Faulty } from '../../graphql/errors';
import { send } from '../../graphql/plain';
import { keepSession, type SessionAnswer } from '../../graphql/session';

const FIELDS = `
  session { accessToken expiresAt user { id email name role } }
  violations { path message suggestion }
`;
const SIGN_IN = `mutation SignIn($input: SignInInput!) { payload: signIn(input: $input) { ${FIELDS} } }`;
const SIGN_UP = `mutation SignUp($input: SignUpInput!) { payload: signUp(input: $input) { ${FIELDS} } }`;

type Payload = {
  payload: {
    session: SessionAnswer | null;
    violations: { path: string; message: string; suggestion: string | null }[];
  };
};

/** What came of it: signed in, or what to mend beside which field, or an error for the whole form. */
export type Outcome = { done: boolean; fields: Record<string, string>; error: Faulty | null };

async function ask(name: string, query: string, input: Record<string, string>): Promise<Outcome> {
  const { data, error } = await send<Payload>(name, query, { input });
  if (error) return { done: false, fields: {}, error };
  const { session, violations } = data.payload;
  if (session) {
    keepSession(session);
    return { done: true, fields: {}, error: null };
  }
  const fields: Record<string, string> = {};
  for (const { path, message, suggestion } of violations) {
    const last = path.split('.').at(-1) ?? '';
    const field = last in input ? last : 'form';
    fields[field] ??= suggestion ? `${message} ${suggestion}` : message;
  }
  return { done: false, fields, error: null };
}

/** Signs in with an account that exists. */
export function signIn(input: { email: string; password: string }): Promise<Outcome> {
  return ask('SignIn', SIGN_IN, input);
}

/** Makes an account and signs in with it. */
export function signUp(input: { email: string; name: string; password: string }): Promise<Outcome> {
  return ask('SignUp', SIGN_UP, input);
}
