import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { callQuery } from '../../features/call/api/call';
import { CallCommands } from '../../features/call/components/call-commands';
import { CallDates } from '../../features/call/components/call-dates';
import { CallApplications, Ranking } from '../../features/call/components/call-lines';
import { CallSummary } from '../../features/call/components/call-summary';
import { StartApplication } from '../../features/call/components/start-application';

function CallPage() {
  const { callId } = route.useParams();
  const navigate = route.useNavigate();
  const call = useQuery(callQuery(callId));
  if (call.isPending) return <Loading />;
  if (call.isError) return <ProblemPanel error={call.error} onRetry={() => void call.refetch()} />;
  return (
    <Stack gap="xl">
      <PageTitle title={call.data.code} />
      <CallSummary call={call.data} />
      <CallCommands call={call.data} />
      {call.data.subState === 'open' && (
        <StartApplication
          callId={callId}
          onStarted={(projectId) => void navigate({ to: '/projects/$projectId/application', params: { projectId } as never })}
        />
      )}
      <Ranking call={call.data} />
      <CallApplications call={call.data} />
      <CallDates callId={callId} />
    </Stack>
  );
}

/** One call. */
export const route = createLazyRoute('/signed-in/calls/$callId')({ component: CallPage });
