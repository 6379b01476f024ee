import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '../../../i18n/words';
import { useBuilder } from '../context';
import type { Generator } from '../operations';
import classes from './GeneratorPicker.module.css';

type Props = { generator: Generator; chosen: boolean; changesType?: boolean; onChoose: () => void };

/** A generator of the catalogue with what it makes. */
export function GeneratorOption({ generator, chosen, changesType = false, onChoose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const { catalog } = useBuilder();
  const [type] = generator.produces;
  return (
    <button type="button" data-option className={classes.option} aria-current={chosen || undefined} onClick={onChoose}>
      <span className={classes.label}>
        {words(generator.label)}
        <code>{generator.name}</code>
        {generator.localized ? (
          <small title={t`Follows the language and country of the project`}>{t`localised`}</small>
        ) : null}
        {generator.unique ? <small title={t`Can fill a unique field`}>{t`unique`}</small> : null}
        {changesType && type ? <small>→ {catalog.typeLabel(type)}</small> : null}
      </span>
      <span className={classes.about}>{words(generator.description)}</span>
      {generator.exampleValues.length > 0 ? (
        <span className={classes.example}>
          <Trans>e.g.</Trans> {generator.exampleValues.slice(0, 3).join(' · ')}
        </span>
      ) : null}
    </button>
  );
}
