import { useLingui } from '@lingui/react/macro';
import { NativeSelect, TextInput } from '@mantine/core';
import type { Json } from '../../../graphql/tada';
import { NumberField } from '../../../ui/NumberField';
import { JsonInput } from '../../../ui/params/JsonInput';
import { asText } from '../../../ui/params/types';
import { useBuilder } from '../context';
import type { DraftField } from '../draft/types';

/** The value that the database puts where none is given. */
export function DefaultInput({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const { dispatch } = useBuilder();
  const change = (value: Json | undefined) =>
    dispatch({ do: 'field', key: field.key, patch: { default: value ?? null } });
  const label = t`Default in the database`;
  switch (field.type) {
    case 'AUTO_INCREMENT':
    case 'FOREIGN_KEY':
    case 'BINARY':
      return null;
    case 'BOOLEAN':
    case 'ENUM': {
      const values = field.type === 'BOOLEAN' ? ['true', 'false'] : (field.constraints.choices ?? []);
      return (
        <NativeSelect
          label={label}
          data={[{ value: '', label: t`None` }, ...values]}
          value={asText(field.default)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            change(value === '' ? null : field.type === 'BOOLEAN' ? value === 'true' : value);
          }}
        />
      );
    }
    case 'INTEGER':
    case 'BIG_INTEGER':
    case 'FLOAT':
    case 'DECIMAL':
      return (
        <NumberField
          label={label}
          placeholder={t`None`}
          integer={field.type === 'INTEGER' || field.type === 'BIG_INTEGER'}
          value={field.default === null ? null : Number(field.default)}
          onChange={change}
        />
      );
    case 'JSON':
      return <JsonInput label={label} value={field.default ?? undefined} onChange={change} />;
    default:
      return (
        <TextInput
          label={label}
          placeholder={t`None`}
          value={asText(field.default)}
          onChange={(event) => change(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      );
  }
}
