import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readView } from '../features/data/view';
import { isSignedIn } from '../graphql/session';
import { NotFoundPage, PageBroke } from './fallbacks';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage, errorComponent: PageBroke });

type From = { from?: string };
const from = (search: Record<string, unknown>): From =>
  typeof search.from === 'string' && /^\/(?![/\\])/.test(search.from) ? { from: search.from } : {};

const onlySignedOut = ({ search }: { search: From }) => {
  if (isSignedIn()) throw redirect({ to: search.from ?? '/projects' });
};

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: from,
  beforeLoad: onlySignedOut,
  component: lazyRouteComponent(() => import('../features/auth/SignIn.page'), 'SignInPage'),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: from,
  beforeLoad: onlySignedOut,
  component: lazyRouteComponent(() => import('../features/auth/SignUp.page'), 'SignUpPage'),
});

/** Everything behind the sign-in, inside the shell. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: ({ location }) => {
    if (!isSignedIn()) throw redirect({ to: '/sign-in', search: { from: location.href } });
  },
  component: lazyRouteComponent(() => import('./Shell'), 'Shell'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' });
  },
});

const projects = createRoute({
  getParentRoute: () => inside,
  path: '/projects',
  validateSearch: (search: Record<string, unknown>): { q?: string } =>
    typeof search.q === 'string' && search.q !== '' ? { q: search.q } : {},
  component: lazyRouteComponent(() => import('../features/projects/Projects.page'), 'ProjectsPage'),
});
const gallery = createRoute({
  getParentRoute: () => inside,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('../features/templates/Gallery.page'), 'GalleryPage'),
});
const tables = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId',
  validateSearch: (search: Record<string, unknown>): { view?: 'diagram' | 'relations' } =>
    search.view === 'diagram' || search.view === 'relations' ? { view: search.view } : {},
  component: lazyRouteComponent(() => import('../features/schema/ProjectHome.page'), 'ProjectHomePage'),
});
const builder = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/tables/$tableId',
  validateSearch: (search: Record<string, unknown>): { field?: string } =>
    typeof search.field === 'string' ? { field: search.field } : {},
  component: lazyRouteComponent(() => import('../features/schema/TableBuilder.page'), 'TableBuilderPage'),
});
const migrate = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/migrate',
  component: lazyRouteComponent(() => import('../features/migrate/Migrate.page'), 'MigratePage'),
});
const generate = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/generate',
  component: lazyRouteComponent(() => import('../features/jobs/Generate.page'), 'GeneratePage'),
});
const jobs = createRoute({
  getParentRoute: () => inside,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../features/jobs/Jobs.page'), 'JobsPage'),
});
const job = createRoute({
  getParentRoute: () => inside,
  path: '/jobs/$jobId',
  component: lazyRouteComponent(() => import('../features/jobs/Job.page'), 'JobPage'),
});
const dataHome = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/data',
  component: lazyRouteComponent(() => import('../features/data/DataHome.page'), 'DataHomePage'),
});
const data = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/data/$tableId',
  validateSearch: readView,
  component: lazyRouteComponent(() => import('../features/data/Data.page'), 'DataPage'),
});
const exports = createRoute({
  getParentRoute: () => inside,
  path: '/projects/$projectId/exports',
  component: lazyRouteComponent(() => import('../features/exports/Exports.page'), 'ExportsPage'),
});
const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/account/Account.page'), 'AccountPage'),
});
const playground = createRoute({
  getParentRoute: () => inside,
  path: '/graphiql',
  component: lazyRouteComponent(() => import('../features/playground/Playground.page'), 'PlaygroundPage'),
});

const tree = root.addChildren([
  home,
  signIn,
  signUp,
  inside.addChildren([
    projects,
    gallery,
    tables,
    builder,
    migrate,
    generate,
    jobs,
    job,
    dataHome,
    data,
    exports,
    account,
    playground,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
