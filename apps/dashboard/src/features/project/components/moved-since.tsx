import { ChangedSince } from '../../../components/changed-since';
import { problemIn } from '../../../lib/problem';

interface MovedSinceProps {
  refusal: Error;
  project: { id: string };
  /** Set where the way here named a revision; without it the preview is read anew by itself. */
  seenRev: number | undefined;
  onLookAgain: (() => void) | undefined;
}

/** Under a refusal because the project has moved: who changed what since the person, or the preview he saw, looked at it. */
export function MovedSince({ refusal, project, seenRev, onLookAgain }: MovedSinceProps) {
  const problem = problemIn(refusal);
  const rev = Number(problem?.document.values?.['expectedRev']);
  if (problem?.code !== 'STALE_REVISION' || Number.isNaN(rev)) return null;
  return <ChangedSince projectId={project.id} rev={rev} onLookAgain={seenRev === undefined ? undefined : onLookAgain} />;
}
