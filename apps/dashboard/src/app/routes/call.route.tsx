import { Stack, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { callPageQuery, type CallDetail } from '../../features/call/api/call';
import { viewsFor, type CallView } from '../../features/call/call-views';
import { ApplicationsTable } from '../../features/call/components/applications-table';
import { CallCommands } from '../../features/call/components/call-commands';
import { CallDates } from '../../features/call/components/call-dates';
import { CallIntake } from '../../features/call/components/intake';
import { CallOutcome } from '../../features/call/components/call-outcome';
import { CallRankingView } from '../../features/call/components/ranking';
import { CallSteps } from '../../features/call/components/call-steps';
import { CallSummary } from '../../features/call/components/call-summary';
import { CallWarnings } from '../../features/call/components/call-warnings';
import { CheckProgress } from '../../features/call/components/check-progress';
import { DecisionBatch } from '../../features/call/components/decision-batch';
import { ExpertProgress } from '../../features/call/components/expert-progress';
import { ReviewTime } from '../../features/call/components/review-time';
import { StartApplication } from '../../features/call/components/start-application';
import { HeldLetters } from '../../features/letters/components/held-letters';
import type { CallSearch } from '../search';

/** Roles that read letters before they leave. */
const secretariat = ['CO', 'SH', 'AR', 'AD', 'AU'];

interface ViewProps {
  call: CallDetail;
  sees: readonly CallView[];
}

function Overview({ call, sees }: ViewProps) {
  const navigate = route.useNavigate();
  return (
    <Stack gap="xl">
      <CallSummary call={call} />
      <CallCommands call={call} />
      {call.subState === 'open' && (
        <StartApplication
          callId={call.id}
          onStarted={(projectId) => void navigate({ to: '/projects/$projectId/application', params: { projectId } as never })}
        />
      )}
      {sees.includes('review') ? <ReviewTime callId={call.id} /> : <ApplicationsTable callId={call.id} />}
      <CallDates callId={call.id} />
    </Stack>
  );
}

const views: Record<CallView, (props: ViewProps) => React.ReactNode> = {
  overview: Overview,
  applications: ({ call }) => (
    <Stack gap="xl">
      <CallIntake callId={call.id} open={call.subState === 'open'} />
      <ApplicationsTable callId={call.id} />
    </Stack>
  ),
  review: ({ call, sees }) => (
    <Stack gap="xl">
      {sees.includes('applications') && <CheckProgress callId={call.id} />}
      <ExpertProgress callId={call.id} />
    </Stack>
  ),
  ranking: ({ call, sees }) => (
    <Stack gap="xl">
      <DecisionBatch call={call} />
      <CallRankingView callId={call.id} />
      {sees.includes('applications') && <CallWarnings callId={call.id} />}
    </Stack>
  ),
  outcome: ({ call }) => <CallOutcome call={call} />,
};

function CallPage() {
  const { t } = useTranslation();
  const { callId } = route.useParams();
  const { me } = route.useRouteContext();
  const { view: wanted = 'overview' } = route.useSearch();
  const navigate = route.useNavigate();
  const call = useQuery(callPageQuery(callId));
  if (call.isPending) return <Loading />;
  if (call.isError) return <ProblemPanel error={call.error} onRetry={() => void call.refetch()} />;
  const sees = viewsFor(me.roles);
  const view = sees.includes(wanted) ? wanted : 'overview';
  const View = views[view];
  return (
    <Stack gap="lg">
      <PageTitle title={call.data.code} />
      <CallSteps call={call.data} />
      {me.roles.some((role) => secretariat.includes(role)) && <HeldLetters callId={callId} />}
      {sees.length === 1 ? (
        <View call={call.data} sees={sees} />
      ) : (
        <Tabs
          value={view}
          keepMounted={false}
          onChange={(next) => void navigate({ search: next === 'overview' ? {} : ({ view: next } as CallSearch) })}
        >
          <Tabs.List aria-label={t('callWork.views.title')}>
            {sees.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`callWork.views.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={view} pt="lg">
            <View call={call.data} sees={sees} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}

/** One call. */
export const route = createLazyRoute('/signed-in/calls/$callId')({ component: CallPage });
