import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Text } from '@mantine/core';
import type { Check } from '../../operations';
import { byVerdict, chanceText } from '../../profile';
import classes from './Profile.module.css';
import { useCheckWords } from './profileWords';

const COLOURS: Record<Check['verdict'], string> = { HOLDS: 'green', OFF: 'red', NOT_TESTED: 'gray' };

/** What was asked against what came out, what is off first. */
export function Conformance({ table, checks }: { table: string; checks: readonly Check[] }) {
  const { t, i18n } = useLingui();
  const words = useCheckWords();
  return (
    <div className={classes.frame}>
      <table className={classes.checks} aria-label={t`Asked and got of ${table}`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Field</Trans>
            </th>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col">
              <Trans>Asked</Trans>
            </th>
            <th scope="col">
              <Trans>Got</Trans>
            </th>
            <th scope="col" title={t`How likely chance alone strays as far`}>
              <Trans>Chance</Trans>
            </th>
            <th scope="col">
              <Trans>Verdict</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {byVerdict(checks).map((check) => (
            <tr key={`${check.fields.join()} ${check.kind}`}>
              <th scope="row">{check.fields.join(', ')}</th>
              <td>{words.kinds[check.kind]}</td>
              <td className={classes.text}>{check.asked}</td>
              <td className={classes.text}>{check.got}</td>
              <td className="num">{check.pValue == null ? '' : chanceText(check.pValue, i18n.locale)}</td>
              <td>
                <Badge color={COLOURS[check.verdict]}>{words.verdicts[check.verdict]}</Badge>
                {check.reason ? (
                  <Text size="xs" c="var(--quiet)">
                    {words.reasons[check.reason]}
                  </Text>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
