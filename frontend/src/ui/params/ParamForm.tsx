import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { everything, NO_NOTES, type Notes, within } from './notes';
import { hasPlaces, ParamInput } from './ParamInput';
import { withValue } from './refs';
import type { ParamDescriptor, ParamValues } from './types';

type Props = {
  params: readonly ParamDescriptor[];
  value: ParamValues;
  onChange: (next: ParamValues) => void;
  /** The generator they are of; null: of something else. */
  generator?: string | null;
  /** What is said about them. */
  notes?: Notes;
};

/** The form of a generator's or a format's options, drawn from their descriptors. */
export function ParamForm({ params, value, onChange, generator = null, notes = NO_NOTES }: Props) {
  return (
    <Stack gap="sm">
      {params.map((param) => {
        const own = within(notes, param.name);
        const unfilled = hasPlaces(param.kind) ? undefined : everything(own.unfilled);
        return (
          <div key={param.name}>
            <ParamInput
              param={param}
              value={value[param.name]}
              siblings={{ generator, values: value }}
              notes={own}
              onChange={(next) => onChange(withValue(value, param.name, next))}
            />
            {unfilled ? (
              <Text size="xs" c="var(--quiet)" mt={4}>
                <Trans>Still to fill in: {unfilled}</Trans>
              </Text>
            ) : null}
          </div>
        );
      })}
    </Stack>
  );
}
