import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import type { Json } from '../../graphql/tada';
import { useWords } from '../../i18n/words';
import { NumberField } from '../NumberField';
import { JsonInput } from './JsonInput';
import { ListInput } from './ListInput';
import { asText, type Option, type ParamDescriptor } from './types';
import { WeightsInput } from './WeightsInput';

type Props = {
  param: ParamDescriptor;
  value: Json | undefined;
  /** Undefined: takes the default again. */
  onChange: (value: Json | undefined) => void;
  fields: readonly string[];
  locales: readonly Option[];
  problem?: string | undefined;
};

const asOption = (value: string): Option => ({ value, label: value });

/** The input that fits the kind of a parameter. */
export function ParamInput({ param, value, onChange, fields, locales, problem }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const common = {
    label: words(param.label),
    description: words(param.help),
    error: problem,
    required: param.required,
    placeholder: param.default === null ? undefined : asText(param.default),
  };
  const select = (options: readonly Option[], none: string) => {
    const chosen = asText(value);
    const known = chosen === '' || options.some((option) => option.value === chosen);
    const data = [{ value: '', label: none }, ...options, ...(known ? [] : [asOption(chosen)])];
    const { placeholder: _, ...rest } = common;
    return (
      <NativeSelect
        {...rest}
        data={data}
        value={chosen}
        onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      />
    );
  };
  const text = (hint?: string) => (
    <TextInput
      {...common}
      placeholder={common.placeholder ?? hint}
      autoComplete="off"
      spellCheck={false}
      value={asText(value)}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
  switch (param.kind) {
    case 'NUMBER':
    case 'INTEGER':
      return (
        <NumberField
          {...common}
          value={typeof value === 'number' ? value : null}
          integer={param.kind === 'INTEGER'}
          min={param.min}
          max={param.max}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'BOOLEAN':
      return (
        <Switch
          label={common.label}
          description={common.description}
          error={problem}
          checked={(value ?? param.default) === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'CHOICE':
      return select(
        (param.choices ?? []).map(asOption),
        param.default === null ? t`Choose …` : t`Default: ${asText(param.default)}`,
      );
    case 'FIELD':
      return select(fields.map(asOption), t`Choose a field …`);
    case 'LOCALE':
      return select(locales, t`As the project`);
    case 'MOMENT':
      return text('2024-01-31 · now · -2y');
    case 'SPAN':
      return text('90s · 12h · 7d · 2y');
    case 'TEXT':
      return asText(value).includes('\n') ? (
        <Textarea
          {...common}
          autosize={false}
          rows={4}
          value={asText(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        text()
      );
    case 'LIST':
      return <ListInput {...common} value={value} onChange={onChange} />;
    case 'WEIGHTS':
      return <WeightsInput {...common} value={value} onChange={onChange} />;
    case 'JSON':
    case 'GENERATOR':
    case 'MEMBER':
    case 'MEMBERS':
    case 'CASES':
      return <JsonInput {...common} value={value} onChange={onChange} />;
  }
}
