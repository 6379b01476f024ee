import { Trans } from '@lingui/react/macro';
import { useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Provider } from 'urql';
import { keepFocus } from '../ui/focus';
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
  const [palette, setPalette] = useState(false);
  const openPalette = () => setPalette(true);
  useEffect(keepFocus, []);
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
        <Suspense fallback={null}>{palette ? <Palette onClose={() => setPalette(false)} /> : null}</Suspense>
      </div>
    </Provider>
  );
}
