import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Skeleton, Switch, Textarea, TextInput } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Json } from '../../graphql/tada';
import { useWords } from '../../i18n/words';
import { NumberField } from '../NumberField';
import { BundleInput } from './BundleInput';
import { JsonInput } from './JsonInput';
import { ListInput } from './ListInput';
import { everything, type Notes } from './notes';
import { SqlInput } from './SqlInput';
import { type Siblings, useParamTools } from './tools';
import { asText, type Option, type ParamDescriptor } from './types';
import { WeightsInput } from './WeightsInput';

// Few generators have values inside values; their forms come when one does.
const NestedInput = lazy(() => import('./nested/NestedInput').then((module) => ({ default: module.NestedInput })));

export type ParamInputProps = {
  param: ParamDescriptor;
  value: Json | undefined;
  /** Undefined: takes the default again. */
  onChange: (value: Json | undefined) => void;
  /** The parameters it is one of. */
  siblings: Siblings;
  /** What is said about it and what is in it. */
  notes: Notes;
};

/** Whether the input of a kind shows what is said at the very part that it is about. */
export function hasPlaces(kind: ParamDescriptor['kind']): boolean {
  return ['ROWS', 'GENERATOR', 'MEMBER', 'MEMBERS', 'CASES'].includes(kind);
}

const asOption = (value: string): Option => ({ value, label: value });

/** The input that fits the kind of a parameter. */
export function ParamInput(props: ParamInputProps) {
  const { param, value, onChange, siblings, notes } = props;
  const { t } = useLingui();
  const words = useWords();
  const { fields, parentFields, locales, bundles } = useParamTools();
  const problem = everything(notes.problems);
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
      return select(
        fields.map(({ name }) => asOption(name)),
        t`Choose a field …`,
      );
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
    case 'BUNDLE': {
      const { generator, values } = siblings;
      const others = generator === null ? [] : bundles({ name: generator, params: values });
      return <BundleInput {...common} value={asText(value)} bundles={others} onChange={onChange} />;
    }
    case 'ROWS':
    case 'GENERATOR':
    case 'MEMBER':
    case 'MEMBERS':
    case 'CASES':
      return (
        <Suspense fallback={<Skeleton height={64} />}>
          <NestedInput {...props} />
        </Suspense>
      );
    case 'SQL':
      return (
        <SqlInput
          {...common}
          value={value}
          onChange={onChange}
          fields={[...fields.map(({ name }) => name), ...parentFields]}
          functions={param.choices ?? []}
        />
      );
    case 'JSON':
      return <JsonInput {...common} value={value} onChange={onChange} />;
  }
}
