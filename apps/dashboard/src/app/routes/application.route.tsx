import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { ApplicationForm } from '../../features/application/components/application-form';
import { draftQuery } from '../../lib/drafts';

function ApplicationPage() {
  const { projectId } = route.useParams();
  const draft = useQuery({ ...draftQuery(projectId), refetchOnWindowFocus: false, refetchOnReconnect: false });
  if (draft.isPending) return <Loading />;
  if (draft.isError) return <ProblemPanel error={draft.error} onRetry={() => void draft.refetch()} />;
  return <ApplicationForm key={projectId} projectId={projectId} read={draft.data} />;
}

/** The application's form. */
export const route = createLazyRoute('/signed-in/projects/$projectId/application')({ component: ApplicationPage });
