import type { Outcome } from './project.stages';
import type { ProjectState } from './project.state';

/** What the public register says of a project. */
export const registerStatuses = ['approved', 'running', 'suspended', 'stopped'] as const;

/** Status on the public register. */
export type RegisterStatus = (typeof registerStatuses)[number];

/** How an announced project may end; the other outcomes were never announced. */
const announcedEnds: ReadonlySet<Outcome> = new Set([
  'declined',
  'approval-lapsed',
  'cancelled',
  'terminated',
  'failed-acceptance',
  'expired',
  'completed',
]);

/**
 * What the public register says of a project; nothing for one that was never announced, whatever became of it. A row stays for ever: `approved` until the
 * MoU is in force, then `running`, `suspended` while it is, `stopped` once the project has ended. A hold before the MoU is nobody's business outside.
 */
export function registerStatusOf(state: Pick<ProjectState, 'projectRef' | 'stage' | 'outcome' | 'hold'>): RegisterStatus | undefined {
  if (state.projectRef === undefined) return undefined;
  if (state.outcome !== undefined) return announcedEnds.has(state.outcome) ? 'stopped' : undefined;
  if (state.stage === 'closed') return 'stopped';
  if (state.hold?.kind === 'suspension') return 'suspended';
  return state.stage === 'construction' || state.stage === 'annual-report' ? 'running' : 'approved';
}
