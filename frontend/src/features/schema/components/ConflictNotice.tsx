import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useBuilder } from '../context';
import { fromApi } from '../draft/convert';
import { type Change, diff } from '../draft/diff';
import { merge } from '../draft/merge';
import type { Draft } from '../draft/types';
import type { ApiTable } from '../operations';
import classes from './Builder.module.css';

type Props = { base: Draft; newer: ApiTable };

/** Someone saved this table while it was being edited: shows what they changed, and loses nothing. */
export function ConflictNotice({ base, newer }: Props) {
  const { t } = useLingui();
  const { draft, dispatch } = useBuilder();
  const theirs = useMemo(() => fromApi(newer), [newer]);
  const changes = useMemo(() => diff(base, theirs), [base, theirs]);
  const go = (present: Draft) => dispatch({ do: 'replace', base: theirs, revision: newer.revision, present });
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconGitMerge size={18} />}
      title={t`This table was saved elsewhere meanwhile`}
      mb="sm"
      role="alert"
    >
      <section className={classes.changes} aria-label={t`What changed there`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t`Field`}</th>
              <th scope="col">{t`Changed there`}</th>
              <th scope="col">{t`Before`}</th>
              <th scope="col">{t`Now`}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <ChangeLine key={`${change.kind} ${change.field} ${change.property}`} change={change} />
            ))}
          </tbody>
        </table>
      </section>
      <Group gap="xs" mt="sm">
        <Button onClick={() => go(merge(base, draft, theirs))}>
          <Trans>Keep my changes on top</Trans>
        </Button>
        <Button variant="default" onClick={() => go(theirs)}>
          <Trans>Drop mine and take these</Trans>
        </Button>
      </Group>
    </Alert>
  );
}

function ChangeLine({ change }: { change: Change }) {
  const { t } = useLingui();
  const kinds = { added: t`added`, removed: t`removed`, changed: change.property ?? '', moved: t`order of the fields` };
  return (
    <tr>
      <td>{change.field ?? t`the table`}</td>
      <td>{kinds[change.kind]}</td>
      <td>{change.before}</td>
      <td>{change.after}</td>
    </tr>
  );
}
