import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { publicCallQuery } from '../../features/public/api/public';
import { PublicCallPage } from '../../features/public/components/public-call';

function PublicCallRoute() {
  const { code } = route.useParams();
  const call = useQuery(publicCallQuery(code));
  if (call.isPending) return <Loading />;
  if (call.isError) return <ProblemPanel error={call.error} onRetry={() => void call.refetch()} />;
  return <PublicCallPage call={call.data} />;
}

/** One published call. */
export const route = createLazyRoute('/public/calls/$code')({ component: PublicCallRoute });
