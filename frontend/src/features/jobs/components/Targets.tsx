import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Radio, Stack } from '@mantine/core';
import { AnchorLink } from '../../../app/links';
import { useWords } from '../../../i18n/words';
import { ParamForm } from '../../../ui/params/ParamForm';
import type { Format } from '../operations';
import type { Target, Wish } from '../request';
import classes from './Targets.module.css';

type Props = {
  projectId: string;
  ready: boolean;
  formats: readonly Format[];
  wish: Wish;
  onChange: (next: Wish) => void;
};

/** Where the rows go: into the tables, to files, or both. */
export function Targets({ projectId, ready, formats, wish, onChange }: Props) {
  const { t } = useLingui();
  return (
    <div className={classes.targets}>
      <Radio.Group
        label={t`Into the tables`}
        description={ready ? undefined : t`Not before the tables exist as designed.`}
        value={wish.target}
        onChange={(value) => onChange({ ...wish, target: value as Target })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="REPLACE" label={t`Replace what is there`} disabled={!ready} />
          <Radio value="APPEND" label={t`Add to what is there`} disabled={!ready} />
          <Radio value="NONE" label={t`Leave the tables alone`} />
          {ready ? null : (
            <AnchorLink to="/projects/$projectId/migrate" params={{ projectId }} size="sm">
              <Trans>Review migration</Trans>
            </AnchorLink>
          )}
        </Stack>
      </Radio.Group>
      <fieldset className={classes.files}>
        <legend>
          <Trans>To files</Trans>
        </legend>
        <Stack gap="sm">
          {formats.map((format) => (
            <FormatChoice key={format.id} format={format} wish={wish} onChange={onChange} />
          ))}
        </Stack>
      </fieldset>
    </div>
  );
}

function FormatChoice({ format, wish, onChange }: { format: Format } & Pick<Props, 'wish' | 'onChange'>) {
  const { t } = useLingui();
  const words = useWords();
  const options = wish.files[format.id];
  const toggle = () => {
    const { [format.id]: chosen, ...others } = wish.files;
    onChange({ ...wish, files: chosen ? others : { ...wish.files, [format.id]: {} } });
  };
  return (
    <div>
      <Checkbox
        checked={options !== undefined}
        onChange={toggle}
        label={words(format.label)}
        description={words(format.description)}
      />
      {options !== undefined && format.params.length > 0 ? (
        <details className={classes.options}>
          <summary>{t`Options of ${words(format.label)}`}</summary>
          <ParamForm
            params={format.params}
            value={options}
            onChange={(next) => onChange({ ...wish, files: { ...wish.files, [format.id]: next } })}
          />
        </details>
      ) : null}
    </div>
  );
}
