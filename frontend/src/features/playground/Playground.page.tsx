import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { useLingui } from '@lingui/react/macro';
import { useComputedColorScheme } from '@mantine/core';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { useEffect, useMemo, useRef } from 'react';
import { accessToken, refreshSession, sessionIsStale } from '../../graphql/session';
import { EDITOR_THEMES, useEditorThemes } from './editorTheme';
import classes from './Playground.module.css';
import { useTabList } from './tabList';

const FIRST = `query Projects {
  projects(first: 10) {
    totalCount
    nodes {
      id
      name
      tables {
        name
        state
        rowCount
      }
    }
  }
}
`;

/** The session's token, made anew where it is about to end. */
async function authorization(): Promise<string> {
  if (sessionIsStale()) await refreshSession();
  return `Bearer ${accessToken() ?? ''}`;
}

function makeFetcher() {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return createGraphiQLFetcher({
    url: '/graphql',
    fetch: async (url, init) => {
      const headers = { ...(init?.headers as Record<string, string>), authorization: await authorization() };
      return fetch(url, { ...init, headers });
    },
    wsClient: createClient({
      url: `${scheme}://${location.host}/graphql/ws`,
      lazy: true,
      connectionParams: async () => ({ authorization: await authorization() }),
    }),
  });
}

/** GraphiQL, from our own bundle, with the session of the page. */
export function PlaygroundPage() {
  const { t } = useLingui();
  const theme = useComputedColorScheme('light');
  const fetcher = useMemo(makeFetcher, []);
  const frame = useRef<HTMLDivElement>(null);
  useTabList(frame);
  useEditorThemes(theme);
  useEffect(() => {
    document.title = `${t`Playground`} · Dynamic Model Builder`;
  }, [t]);
  return (
    <div ref={frame} className={classes.frame}>
      <h1 className={classes.title}>{t`Playground`}</h1>
      <GraphiQL fetcher={fetcher} defaultQuery={FIRST} forcedTheme={theme} editorTheme={EDITOR_THEMES}>
        <GraphiQL.Logo>{null}</GraphiQL.Logo>
      </GraphiQL>
    </div>
  );
}
