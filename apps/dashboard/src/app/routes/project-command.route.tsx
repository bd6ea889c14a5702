import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loading } from '../../components/loading';
import { ProblemPanel } from '../../components/problem-panel';
import { projectQuery } from '../../features/project/api/project';
import { answeredBy } from '../../features/project/commands/answered-by';
import { CommandPage } from '../../features/project/components/command-page';
import { useRound } from '../use-round';

function ProjectCommandPage() {
  const { projectId, command } = route.useParams();
  const { rev, about, done } = route.useSearch();
  const navigate = route.useNavigate();
  const round = useRound(done);
  const project = useQuery(projectQuery(projectId));
  if (project.isPending) return <Loading />;
  if (project.isError) return <ProblemPanel error={project.error} onRetry={() => void project.refetch()} />;
  return (
    <CommandPage
      key={`${command}/${round}`}
      project={project.data}
      command={command}
      first={answeredBy(command, about)}
      seenRev={rev}
      sentId={done}
      onSent={({ commandId }) => void navigate({ search: (now) => ({ ...now, done: commandId }), replace: true })}
      onLookAgain={() =>
        void project.refetch().then(() => navigate({ search: (now) => ({ ...now, rev: undefined }) as never, replace: true }))
      }
    />
  );
}

/** A form for one command of a project. */
export const route = createLazyRoute('/signed-in/projects/$projectId/do/$command')({ component: ProjectCommandPage });
