import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { callQuery } from '../../features/call/api/call';
import { CallCommandPage } from '../../features/call/components/call-command-page';
import { useRound } from '../use-round';

function CallCommandRoute() {
  const { callId, command } = route.useParams();
  const { about, done } = route.useSearch();
  const navigate = route.useNavigate();
  const round = useRound(done);
  const call = useQuery(callQuery(callId));
  if (call.isPending) return <Loading />;
  if (call.isError) return <ProblemPanel error={call.error} onRetry={() => void call.refetch()} />;
  return (
    <CallCommandPage
      key={`${command}/${round}`}
      call={call.data}
      command={command}
      first={about !== undefined && command.endsWith('-proposal') && command !== 'decide-proposal' ? { proposalId: about } : {}}
      sentId={done}
      onSent={({ commandId }) => void navigate({ search: (now) => ({ ...now, done: commandId }), replace: true })}
    />
  );
}

/** A form for one command of a call. */
export const route = createLazyRoute('/signed-in/calls/$callId/do/$command')({ component: CallCommandRoute });
