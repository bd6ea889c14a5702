import { createRootRouteWithContext, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { changeWords } from '../i18n/words';
import { takeEntry } from '../lib/entry';
import { meQuery } from '../lib/me';
import { queryClient } from '../lib/query-client';
import { homeView, pageOfView, searchOfView } from '../lib/views';
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
import { bulkRunSearch, newBulkSearch } from './search-bulk';
import { campaignSearch } from './search-campaign';
import { dryRunSearch } from './search-dry-run';
import { rehearsalSearch } from './search-rehearsal';
import { interventionSearch } from './search-interventions';
import { repairSearch } from './search-repair';
import { differenceSearch } from './search-policy';
import { pastSearch } from './search-past';
import { registerSearch } from './search-register';
import { whatIfSearch } from './search-what-if';
import { mailLogSearch, outboxSearch } from './search-mails';
import { ErrorPage, NotFoundPage } from './error-page';
import { first, later } from './lazy-page';
import { Shell } from './shell';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Shell,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

/** Pages that everybody may open. */
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', validateSearch: signInSearch }).lazy(
  first(() => import('./routes/sign-in.route')),
);
const actionLink = createRoute({ getParentRoute: () => root, path: '/a/$token' }).lazy(later(() => import('./routes/action-link.route')));

/** Pages for everybody, in the language that the address names. */
const publicPages = createRoute({
  getParentRoute: () => root,
  path: '/public',
  validateSearch: publicSearch,
  beforeLoad: async ({ search }) => {
    const language = search.lang === undefined ? undefined : publicLanguage(search.lang);
    if (language !== undefined && language !== i18next.language) await changeWords(language);
  },
}).lazy(later(() => import('./routes/public.route')));
const publicCalls = createRoute({ getParentRoute: () => publicPages, path: '/' }).lazy(later(() => import('./routes/public-calls.route')));
const publicCall = createRoute({ getParentRoute: () => publicPages, path: '/calls/$code' }).lazy(
  later(() => import('./routes/public-call.route')),
);
const publicRegister = createRoute({ getParentRoute: () => publicPages, path: '/register' }).lazy(
  later(() => import('./routes/public-register.route')),
);
const publicProject = createRoute({ getParentRoute: () => publicPages, path: '/register/$reference' }).lazy(
  later(() => import('./routes/public-project.route')),
);

/** Pages for people who are signed in; others are asked to sign in first and come back. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { me, entering: takeEntry() };
  },
});

/** Whoever enters the dashboard here opens with the view he has chosen for that; who goes home from another page, or reloads it, comes home. */
const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: async ({ context }) => {
    const view = context.entering ? await homeView() : undefined;
    if (view !== undefined) throw redirect({ to: pageOfView[view.page], search: searchOfView(view.search), replace: true });
  },
}).lazy(first(() => import('./routes/home.route')));
const tasks = createRoute({ getParentRoute: () => signedIn, path: '/tasks' }).lazy(later(() => import('./routes/tasks.route')));
const projects = createRoute({ getParentRoute: () => signedIn, path: '/projects', validateSearch: projectListSearch }).lazy(
  later(() => import('./routes/projects.route')),
);
const board = createRoute({ getParentRoute: () => signedIn, path: '/board', validateSearch: boardSearch }).lazy(
  later(() => import('./routes/board.route')),
);
const project = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId', validateSearch: projectSearch }).lazy(
  later(() => import('./routes/project.route')),
);
const changes = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/changes',
}).lazy(later(() => import('./routes/changes.route')));

const past = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/past',
  validateSearch: pastSearch,
}).lazy(later(() => import('./routes/past.route')));
const whatIf = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/what-if',
  validateSearch: whatIfSearch,
}).lazy(later(() => import('./routes/what-if.route')));
const projectPrint = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/print',
  validateSearch: printSearch,
}).lazy(later(() => import('./routes/project-print.route')));
const projectCommand = createRoute({
  getParentRoute: () => signedIn,
  path: '/projects/$projectId/do/$command',
  validateSearch: projectCommandSearch,
}).lazy(later(() => import('./routes/project-command.route')));
const application = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId/application' }).lazy(
  later(() => import('./routes/application.route')),
);
const report = createRoute({ getParentRoute: () => signedIn, path: '/projects/$projectId/reports/$year' }).lazy(
  later(() => import('./routes/report.route')),
);
const calls = createRoute({ getParentRoute: () => signedIn, path: '/calls' }).lazy(later(() => import('./routes/calls.route')));
const newCall = createRoute({ getParentRoute: () => signedIn, path: '/calls/new' }).lazy(later(() => import('./routes/new-call.route')));
const call = createRoute({ getParentRoute: () => signedIn, path: '/calls/$callId', validateSearch: callSearch }).lazy(
  later(() => import('./routes/call.route')),
);
const callCommand = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls/$callId/do/$command',
  validateSearch: callCommandSearch,
}).lazy(later(() => import('./routes/call-command.route')));
const mails = createRoute({ getParentRoute: () => signedIn, path: '/mails', validateSearch: mailLogSearch }).lazy(
  later(() => import('./routes/mails.route')),
);
const mail = createRoute({ getParentRoute: () => signedIn, path: '/mails/$mailId' }).lazy(later(() => import('./routes/mail.route')));
const campaigns = createRoute({ getParentRoute: () => signedIn, path: '/campaigns' }).lazy(later(() => import('./routes/campaigns.route')));
const campaign = createRoute({ getParentRoute: () => signedIn, path: '/campaigns/$year', validateSearch: campaignSearch }).lazy(
  later(() => import('./routes/campaign.route')),
);
const outbox = createRoute({ getParentRoute: () => signedIn, path: '/administration/outbox', validateSearch: outboxSearch }).lazy(
  later(() => import('./routes/outbox.route')),
);
const watchdog = createRoute({ getParentRoute: () => signedIn, path: '/administration/watchdog' }).lazy(
  later(() => import('./routes/watchdog.route')),
);
const administration = createRoute({ getParentRoute: () => signedIn, path: '/administration' }).lazy(
  later(() => import('./routes/administration.route')),
);
const ledger = createRoute({ getParentRoute: () => signedIn, path: '/administration/ledger' }).lazy(
  later(() => import('./routes/ledger.route')),
);
const dryRun = createRoute({ getParentRoute: () => signedIn, path: '/administration/dry-run', validateSearch: dryRunSearch }).lazy(
  later(() => import('./routes/dry-run.route')),
);
const rehearsals = createRoute({ getParentRoute: () => signedIn, path: '/administration/rehearsal', validateSearch: rehearsalSearch }).lazy(
  later(() => import('./routes/rehearsals.route')),
);
const rehearsalRoom = createRoute({ getParentRoute: () => signedIn, path: '/administration/rehearsal/$roomId' }).lazy(
  later(() => import('./routes/rehearsal-room.route')),
);
const interventions = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/interventions',
  validateSearch: interventionSearch,
}).lazy(later(() => import('./routes/interventions.route')));
const replay = createRoute({ getParentRoute: () => signedIn, path: '/administration/replay' }).lazy(
  later(() => import('./routes/replay.route')),
);
const repair = createRoute({ getParentRoute: () => signedIn, path: '/administration/repair', validateSearch: repairSearch }).lazy(
  later(() => import('./routes/repair.route')),
);
const bulk = createRoute({ getParentRoute: () => signedIn, path: '/administration/bulk' }).lazy(later(() => import('./routes/bulk.route')));
const newBulk = createRoute({ getParentRoute: () => signedIn, path: '/administration/bulk/new', validateSearch: newBulkSearch }).lazy(
  later(() => import('./routes/new-bulk.route')),
);
const bulkRun = createRoute({ getParentRoute: () => signedIn, path: '/administration/bulk/$runId', validateSearch: bulkRunSearch }).lazy(
  later(() => import('./routes/bulk-run.route')),
);
const policies = createRoute({ getParentRoute: () => signedIn, path: '/administration/policy' }).lazy(
  later(() => import('./routes/policies.route')),
);
const policy = createRoute({ getParentRoute: () => signedIn, path: '/administration/policy/$version' }).lazy(
  later(() => import('./routes/policy.route')),
);
const policyDifference = createRoute({
  getParentRoute: () => signedIn,
  path: '/administration/policy/$version/difference',
  validateSearch: differenceSearch,
}).lazy(later(() => import('./routes/policy-difference.route')));
const calendars = createRoute({ getParentRoute: () => signedIn, path: '/administration/calendars' }).lazy(
  later(() => import('./routes/calendars.route')),
);
const calendarDraft = createRoute({ getParentRoute: () => signedIn, path: '/administration/calendars/drafts/$draftId' }).lazy(
  later(() => import('./routes/calendar-draft.route')),
);
const calendar = createRoute({ getParentRoute: () => signedIn, path: '/administration/calendars/$country/$year' }).lazy(
  later(() => import('./routes/calendar.route')),
);
const templates = createRoute({ getParentRoute: () => signedIn, path: '/administration/templates' }).lazy(
  later(() => import('./routes/templates.route')),
);
const template = createRoute({ getParentRoute: () => signedIn, path: '/administration/templates/$kind' }).lazy(
  later(() => import('./routes/template.route')),
);
const templateVersion = createRoute({ getParentRoute: () => signedIn, path: '/administration/templates/$kind/$templateVersion' }).lazy(
  later(() => import('./routes/template-version.route')),
);
const register = createRoute({ getParentRoute: () => signedIn, path: '/administration/register', validateSearch: registerSearch }).lazy(
  later(() => import('./routes/register.route')),
);
const registerEntry = createRoute({ getParentRoute: () => signedIn, path: '/administration/register/$subject/$id' }).lazy(
  later(() => import('./routes/register-entry.route')),
);
const preferences = createRoute({ getParentRoute: () => signedIn, path: '/preferences' }).lazy(
  later(() => import('./routes/preferences.route')),
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
    changes,
    past,
    whatIf,
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
    administration,
    watchdog,
    outbox,
    dryRun,
    rehearsals,
    rehearsalRoom,
    interventions,
    ledger,
    replay,
    repair,
    bulk,
    newBulk,
    bulkRun,
    policies,
    policy,
    policyDifference,
    calendars,
    calendarDraft,
    calendar,
    templates,
    template,
    templateVersion,
    register,
    registerEntry,
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
