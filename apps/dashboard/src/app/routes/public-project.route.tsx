import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { registerEntryQuery } from '../../features/public/api/public';
import { RegisterEntryPage } from '../../features/public/components/register-entry';

function PublicProjectRoute() {
  const { reference } = route.useParams();
  const entry = useQuery(registerEntryQuery(reference));
  if (entry.isPending) return <Loading />;
  if (entry.isError) return <ProblemPanel error={entry.error} onRetry={() => void entry.refetch()} />;
  return <RegisterEntryPage entry={entry.data} />;
}

/** One project of the register. */
export const route = createLazyRoute('/public/register/$reference')({ component: PublicProjectRoute });
