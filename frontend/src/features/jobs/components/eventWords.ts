import { useLingui } from '@lingui/react/macro';
import type { Job } from '../operations';

type JobEvent = Job['events'][number];

/** What happened to a job, in words; with what the server says of it where that is more. */
export function useEventWords(): (event: JobEvent) => string {
  const { t } = useLingui();
  return ({ kind, message }) => {
    switch (kind) {
      case 'queued':
        return t`Asked for: ${message}`;
      case 'started': {
        const [attempt] = /\d+/.exec(message) ?? ['1'];
        return t`Attempt ${attempt} began`;
      }
      case 'completed':
        return t`Done`;
      case 'cancel_requested':
        return t`Somebody asked to stop it`;
      case 'cancelled':
        return t`Stopped`;
      case 'retried':
        return t`Somebody asked to try it again`;
      case 'released':
        return t`Given back by a worker that stopped`;
      case 'rescued':
        return t`Taken up again: ${message}`;
      case 'failed':
        return t`Failed: ${message}`;
      case 'retryable':
        return t`To be tried again: ${message}`;
      default:
        return message;
    }
  };
}
