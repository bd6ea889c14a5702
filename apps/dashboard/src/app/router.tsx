import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../lib/me';
import { queryClient } from '../lib/query-client';
import { callCommandSearch, projectCommandSearch, projectListSearch, projectSearch, signInSearch } from './search';
import { ErrorPage, NotFoundPage } from './error-page';
import { Shell } from './shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

/** Pages that everybody may open. */
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: signInSearch }).lazy(() =>
  import('./routes/sign-in.route').then((page) => page.route),
);
const actionLink = createRoute({ getParentRoute: () => root, path: '/a/$token' }).lazy(() =>
  import('./routes/action-link.route').then((page) => page.route),
);

/** Pages for people who are signed in; others are asked to sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { me };
  },
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects', search: {} });
  },
});
const projects = createRoute({ getParentRoute: () => signedIn, path: '/projects', validateSearch: projectListSearch }).lazy(() =>
  import('./routes/projects.route').then((page) => page.route),
);
const project = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId', validateSearch: projectSearch }).lazy(() =>
  import('./routes/project.route').then((page) => page.route),
);
const projectCommand = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/do/$command',
  validateSearch: projectCommandSearch,
}).lazy(() => import('./routes/project-command.route').then((page) => page.route));
const application = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId/application' }).lazy(() =>
  import('./routes/application.route').then((page) => page.route),
);
const report = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId/reports/$year' }).lazy(() =>
  import('./routes/report.route').then((page) => page.route),
);
const calls = createRoute({ getParentRoute: () => signedIn, path: '/calls' }).lazy(() =>
  import('./routes/calls.route').then((page) => page.route),
);
const newCall = createRoute({ getParentRoute: () => signedIn, path: '/calls/new' }).lazy(() =>
  import('./routes/new-call.route').then((page) => page.route),
);
const call = createRoute({ getParentRoute: () => signedIn, path: '/calls/$callId' }).lazy(() =>
  import('./routes/call.route').then((page) => page.route),
);
const callCommand = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls/$callId/do/$command',
  validateSearch: callCommandSearch,
}).lazy(() => import('./routes/call-command.route').then((page) => page.route));
const preferences = createRoute({ getParentRoute: () => signedIn, path: '/preferences' }).lazy(() =>
  import('./routes/preferences.route').then((page) => page.route),
);

const routeTree = root.addChildren([
  signIn,
  actionLink,
  signedIn.addChildren([home, projects, project, projectCommand, application, report, calls, newCall, call, callCommand, preferences]),
]);

/** The pages and their addresses. */
export const router = createRouter({ routeTree, context: { queryClient }, defaultPreload: false, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
