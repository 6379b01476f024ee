import { Trans } from '@lingui/react/macro';
import { useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Provider } from 'urql';
import { client } from './client';
import { ProjectNews } from './ProjectNews';
import { Rail } from './Rail';
import classes from './Shell.module.css';
import { TopBar } from './TopBar';

const Notifications = lazy(() =>
  import('@mantine/notifications').then((module) => ({ default: module.Notifications })),
);
const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })));

/** The frame around every page behind the sign-in. */
export function Shell() {
  const [palette, setPalette] = useState<'never' | 'open' | 'closed'>('never');
  const openPalette = () => setPalette('open');
  useHotkeys([['mod+K', openPalette]], []);
  return (
    <Provider value={client}>
      <ProjectNews />
      <Suspense fallback={null}>
        <Notifications position="bottom-right" limit={3} />
      </Suspense>
      <div className={classes.shell}>
        <a href="#main" className={classes.skip}>
          <Trans>To the content</Trans>
        </a>
        <Rail />
        <TopBar onSearch={openPalette} />
        <main id="main" tabIndex={-1} className={classes.main}>
          <Outlet />
        </main>
        {palette === 'never' ? null : (
          <Suspense fallback={null}>
            <Palette opened={palette === 'open'} onClose={() => setPalette('closed')} />
          </Suspense>
        )}
      </div>
    </Provider>
  );
}
