import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { ParamInput } from './ParamInput';
import type { Option, ParamDescriptor, ParamValues } from './types';

type Props = {
  params: readonly ParamDescriptor[];
  value: ParamValues;
  onChange: (next: ParamValues) => void;
  /** Names that parameters of the kind FIELD may take. */
  fields?: readonly string[];
  /** Fields of the rows that this row refers to, such as `customer.city`, which expressions may name too. */
  parentFields?: readonly string[];
  /** What parameters of the kind LOCALE may take. */
  locales?: readonly Option[];
  /** What is wrong, by parameter. */
  problems?: Readonly<Record<string, string>>;
  /** What is still to be filled in, by parameter. */
  unfilled?: Readonly<Record<string, string>>;
};

/** The form of a generator's or a format's options, drawn from their descriptors. */
export function ParamForm({
  params,
  value,
  onChange,
  fields = [],
  parentFields = [],
  locales = [],
  problems = {},
  unfilled = {},
}: Props) {
  return (
    <Stack gap="sm">
      {params.map((param) => (
        <div key={param.name}>
          <ParamInput
            param={param}
            value={value[param.name]}
            fields={fields}
            parentFields={parentFields}
            locales={locales}
            problem={problems[param.name]}
            onChange={(next) => {
              const { [param.name]: _, ...others } = value;
              onChange(next === undefined ? others : { ...others, [param.name]: next });
            }}
          />
          {unfilled[param.name] ? (
            <Text size="xs" c="var(--quiet)" mt={4}>
              <Trans>Still to fill in: {unfilled[param.name]}</Trans>
            </Text>
          ) : null}
        </div>
      ))}
    </Stack>
  );
}
