import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { EmptyState } from '../ui/EmptyState';
import { ButtonLink } from './links';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useLingui();
  return (
    <main>
      <EmptyState
        order={1}
        title={t`There is no page here`}
        action={
          <ButtonLink to="/projects">
            <Trans>To your projects</Trans>
          </ButtonLink>
        }
      >
        <Trans>The address may be mistyped, or what it led to was deleted.</Trans>
      </EmptyState>
    </main>
  );
}

/** A page that failed while it was drawn, or whose code could not be loaded. */
export function PageBroke() {
  const { t } = useLingui();
  return (
    <main>
      <EmptyState
        order={1}
        title={t`This page broke`}
        action={
          <Button onClick={() => location.reload()}>
            <Trans>Load it again</Trans>
          </Button>
        }
      >
        <Trans>Nothing that was saved is lost.</Trans>
      </EmptyState>
    </main>
  );
}
