import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { changeWords } from '../i18n/words';
import { meQuery } from '../lib/me';
import { queryClient } from '../lib/query-client';
import {
  boardSearch,
  callCommandSearch,
  callSearch,
  parseSearch,
  printSearch,
  projectCommandSearch,
  projectListSearch,
  projectSearch,
  publicLanguage,
  publicSearch,
  signInSearch,
  stringifySearch,
} from './search';
import { campaignSearch } from './search-campaign';
import { mailLogSearch } from './search-mails';
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

/** Pages for everybody, in the language that the address names. */
const publicPages = createRoute({
  getParentRoute: () => root,
  path: '/public',
  validateSearch: publicSearch,
  beforeLoad: async ({ search }) => {
    const language = search.lang === undefined ? undefined : publicLanguage(search.lang);
    if (language !== undefined && language !== i18next.language) await changeWords(language);
  },
}).lazy(() => import('./routes/public.route').then((page) => page.route));
const publicCalls = createRoute({ getParentRoute: () => publicPages, path: '/' }).lazy(() =>
  import('./routes/public-calls.route').then((page) => page.route),
);
const publicCall = createRoute({ getParentRoute: () => publicPages, path: '/calls/$code' }).lazy(() =>
  import('./routes/public-call.route').then((page) => page.route),
);
const publicRegister = createRoute({ getParentRoute: () => publicPages, path: '/register' }).lazy(() =>
  import('./routes/public-register.route').then((page) => page.route),
);
const publicProject = createRoute({ getParentRoute: () => publicPages, path: '/register/$reference' }).lazy(() =>
  import('./routes/public-project.route').then((page) => page.route),
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

const home = createRoute({ getParentRoute: () => signedIn, path: '/' }).lazy(() =>
  import('./routes/home.route').then((page) => page.route),
);
const tasks = createRoute({ getParentRoute: () => signedIn, path: '/tasks' }).lazy(() =>
  import('./routes/tasks.route').then((page) => page.route),
);
const projects = createRoute({ getParentRoute: () => signedIn, path: '/projects', validateSearch: projectListSearch }).lazy(() =>
  import('./routes/projects.route').then((page) => page.route),
);
const board = createRoute({ getParentRoute: () => signedIn, path: '/board', validateSearch: boardSearch }).lazy(() =>
  import('./routes/board.route').then((page) => page.route),
);
const project = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId', validateSearch: projectSearch }).lazy(() =>
  import('./routes/project.route').then((page) => page.route),
);
const projectPrint = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/print',
  validateSearch: printSearch,
}).lazy(() => import('./routes/project-print.route').then((page) => page.route));
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
const call = createRoute({ getParentRoute: () => signedIn, path: '/calls/$callId', validateSearch: callSearch }).lazy(() =>
  import('./routes/call.route').then((page) => page.route),
);
const callCommand = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls/$callId/do/$command',
  validateSearch: callCommandSearch,
}).lazy(() => import('./routes/call-command.route').then((page) => page.route));
const mails = createRoute({ getParentRoute: () => signedIn, path: '/mails', validateSearch: mailLogSearch }).lazy(() =>
  import('./routes/mails.route').then((page) => page.route),
);
const mail = createRoute({ getParentRoute: () => signedIn, path: '/mails/$mailId' }).lazy(() =>
  import('./routes/mail.route').then((page) => page.route),
);
const campaigns = createRoute({ getParentRoute: () => signedIn, path: '/campaigns' }).lazy(() =>
  import('./routes/campaigns.route').then((page) => page.route),
);
const campaign = createRoute({ getParentRoute: () => signedIn, path: '/campaigns/$year', validateSearch: campaignSearch }).lazy(() =>
  import('./routes/campaign.route').then((page) => page.route),
);
const preferences = createRoute({ getParentRoute: () => signedIn, path: '/preferences' }).lazy(() =>
  import('./routes/preferences.route').then((page) => page.route),
);

const routeTree = root.addChildren([
  signIn,
  actionLink,
  publicPages.addChildren([publicCalls, publicCall, publicRegister, publicProject]),
  signedIn.addChildren([
    home,
    board,
    tasks,
    projects,
    project,
    projectPrint,
    projectCommand,
    application,
    report,
    calls,
    newCall,
    call,
    callCommand,
    preferences,
    mails,
    mail,
    campaigns,
    campaign,
  ]),
]);

/** The pages and their addresses. */
export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: false,
  scrollRestoration: true,
  defaultErrorComponent: ErrorPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
