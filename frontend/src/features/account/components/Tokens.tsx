import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Badge, Button, Code, CopyButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { RelativeTime } from '../../../ui/RelativeTime';
import { RevokeAccessToken, type Token } from '../operations';
import { TokenForm } from './TokenForm';
import classes from './Tokens.module.css';

type Props = { tokens: readonly Token[]; onChanged: () => void };

/** Personal access tokens for scripts: shown once, then only their last four characters. */
export function Tokens({ tokens, onChanged }: Props) {
  const { t } = useLingui();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      {secret ? (
        <Alert color="green" variant="light" mb="sm" title={t`Your new token, shown this once`} role="status">
          <Group gap="xs">
            <Code className={classes.secret}>{secret}</Code>
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? t`Copied` : t`Copy`}
                </Button>
              )}
            </CopyButton>
            <Button variant="subtle" onClick={() => setSecret(null)}>
              <Trans>I have kept it</Trans>
            </Button>
          </Group>
        </Alert>
      ) : null}
      {tokens.length > 0 ? (
        <ul className={classes.list}>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onChanged={onChanged} />
          ))}
        </ul>
      ) : null}
      <TokenForm
        onMade={(token) => {
          setSecret(token);
          onChanged();
        }}
      />
    </>
  );
}

function TokenRow({ token, onChanged }: { token: Token; onChanged: () => void }) {
  const { t } = useLingui();
  const [revoking, revoke] = useMutation(RevokeAccessToken);
  const writes = token.scopes.includes('WRITE');
  return (
    <li className={classes.row}>
      <div>
        <Group gap="xs">
          <Text fw={600}>{token.name}</Text>
          <Code>…{token.lastFour}</Code>
          <Badge color={writes ? 'petrol' : 'gray'}>{writes ? t`reads and writes` : t`reads`}</Badge>
        </Group>
        <Text size="sm" c="var(--quiet)">
          <Trans>
            made <RelativeTime at={token.createdAt} />
          </Trans>
          {' · '}
          {token.lastUsedAt ? (
            <Trans>
              used <RelativeTime at={token.lastUsedAt} />
            </Trans>
          ) : (
            <Trans>never used</Trans>
          )}
          {' · '}
          {token.expiresAt ? (
            <Trans>
              ends <RelativeTime at={token.expiresAt} />
            </Trans>
          ) : (
            <Trans>never ends</Trans>
          )}
        </Text>
      </div>
      <Button
        variant="default"
        loading={revoking.fetching}
        aria-label={t`Revoke the token ${token.name}`}
        onClick={() => void revoke({ id: token.id }).then(onChanged)}
      >
        <Trans>Revoke</Trans>
      </Button>
    </li>
  );
}
