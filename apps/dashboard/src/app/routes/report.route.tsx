import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { ReportForm } from '../../features/report/components/report-form';
import { reportDraftQuery } from '../../lib/drafts';

function ReportPage() {
  const { projectId, year } = route.useParams();
  const draft = useQuery({ ...reportDraftQuery(projectId, Number(year)), refetchOnWindowFocus: false, refetchOnReconnect: false });
  if (draft.isPending) return <Loading />;
  if (draft.isError) return <ProblemPanel error={draft.error} onRetry={() => void draft.refetch()} />;
  return <ReportForm key={`${projectId}/${year}`} projectId={projectId} year={Number(year)} read={draft.data} />;
}

/** The form of an annual report. */
export const route = createLazyRoute('/signed-in/projects/$projectId/reports/$year')({ component: ReportPage });
