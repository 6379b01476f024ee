import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { BytesText, DurationText, NumberText } from '../../../ui/numbers';
import type { Estimate } from '../operations';

/** What the run will come to. */
export function EstimateLine({ estimate, busy }: { estimate: Estimate | undefined; busy: boolean }) {
  return (
    <Text size="sm" c="var(--quiet)" aria-live="polite" aria-busy={busy}>
      {estimate ? (
        <Trans>
          <NumberText value={estimate.rows} /> rows, about <BytesText value={estimate.bytes} />, about{' '}
          <DurationText milliseconds={Math.max(estimate.seconds, 0.1) * 1000} />
        </Trans>
      ) : (
        '…'
      )}
    </Text>
  );
}
