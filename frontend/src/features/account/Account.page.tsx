import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { useSignOut } from '../../app/useSignOut';
import { ErrorState } from '../../ui/ErrorState';
import { FieldRow } from '../../ui/FieldRow';
import { Page } from '../../ui/Page';
import { RelativeTime } from '../../ui/RelativeTime';
import { Section } from '../../ui/Section';
import { RowSkeletons } from '../../ui/Skeletons';
import { PasswordForm } from './components/PasswordForm';
import { Tokens } from './components/Tokens';
import { Account } from './operations';

/** The person's account: who they are, tokens for scripts, password, sessions. */
export function AccountPage() {
  const { t } = useLingui();
  const signOut = useSignOut();
  const [{ data, error }, ask] = useQuery({ query: Account, requestPolicy: 'cache-and-network' });
  const again = () => ask({ requestPolicy: 'network-only' });
  const me = data?.me;
  return (
    <Page title={t`Settings`} width="text">
      {error && !data ? <ErrorState error={error} onRetry={again} /> : null}
      {!me && !error ? <RowSkeletons rows={6} /> : null}
      {me ? (
        <>
          <Section title={me.name}>
            <dl style={{ margin: 0 }}>
              <FieldRow label={t`E-mail`}>{me.email}</FieldRow>
              <FieldRow label={t`Role`}>{me.role === 'ADMIN' ? t`administrator` : t`user`}</FieldRow>
              <FieldRow label={t`Member since`}>
                <RelativeTime at={me.createdAt} />
              </FieldRow>
            </dl>
          </Section>
          <Section
            title={t`Access tokens`}
            help={
              <Trans>
                For scripts: send one as “Authorization: Bearer …”. It can do what you can do, or only read.
              </Trans>
            }
          >
            <Tokens tokens={me.accessTokens} onChanged={again} />
          </Section>
          <Section title={t`Password`}>
            <PasswordForm />
          </Section>
          <Section title={t`Sessions`} help={<Trans>Signs you out on every device, this one too.</Trans>}>
            <Group>
              <Button variant="default" leftSection={<IconLogout size={16} />} onClick={() => void signOut(true)}>
                <Trans>Sign out everywhere</Trans>
              </Button>
            </Group>
          </Section>
        </>
      ) : null}
    </Page>
  );
}
