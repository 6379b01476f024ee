import { Trans } from '@lingui/react/macro';
import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

type Props = { rows?: number; height?: number };

/** Grey lines in the place of a list that is on its way. */
export function RowSkeletons({ rows = 6, height = 36 }: Props) {
  return (
    <Stack gap="xs" aria-busy="true" role="status">
      <VisuallyHidden>
        <Trans>Loading …</Trans>
      </VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={`row-${index.toString()}`} height={height} radius="sm" />
      ))}
    </Stack>
  );
}
