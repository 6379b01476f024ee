import { describe, expect, it } from 'vitest';
import { explain } from './errors';

describe('explain', () => {
  it('takes an error without any of the API for a missing server', () => {
    expect(explain({ graphQLErrors: [] })).toMatchObject({ code: 'NETWORK', retry: true, detail: null });
  });

  it('keeps the inner words of a server error to itself and passes its number on', () => {
    const told = explain({ graphQLErrors: [{ message: 'secret', extensions: { code: 'INTERNAL', errorId: 'e-1' } }] });
    expect(told).toMatchObject({ code: 'INTERNAL', detail: null, errorId: 'e-1' });
  });

  it('says what the server said where that helps', () => {
    const told = explain({ graphQLErrors: [{ message: 'Wait 30 seconds.', extensions: { code: 'RATE_LIMITED' } }] });
    expect(told).toMatchObject({ detail: 'Wait 30 seconds.', retry: true });
  });
});
