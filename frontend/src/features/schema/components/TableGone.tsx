import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '../../../app/links';
import { EmptyState } from '../../../ui/EmptyState';

/** The address names a table or a project that isn't there. */
export function TableGone({ projectId }: { projectId: string | null }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={projectId === null ? t`There is no such project` : t`There is no such table`}
      action={
        projectId === null ? (
          <ButtonLink to="/projects">
            <Trans>To your projects</Trans>
          </ButtonLink>
        ) : (
          <ButtonLink to="/projects/$projectId" params={{ projectId }}>
            <Trans>To the tables</Trans>
          </ButtonLink>
        )
      }
    >
      <Trans>It may have been deleted, or it isn't yours.</Trans>
    </EmptyState>
  );
}
