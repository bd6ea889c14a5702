import { evolveShared, isSharedEvent } from '../shared/evolve-shared';
import type { AmendmentEvent } from './amendment/amendment.events';
import { evolveAmendment } from './amendment/amendment.evolve';
import type { AnnualReportEvent } from './annual-report/annual-report.events';
import { evolveAnnualReport } from './annual-report/annual-report.evolve';
import { evolveApplication, type StartedApplicationEvent } from './application/application.evolve';
import type { ApprovalEvent } from './approval/approval.events';
import { evolveApproval } from './approval/approval.evolve';
import type { ConstructionEvent } from './construction/construction.events';
import { evolveConstruction } from './construction/construction.evolve';
import type { ControlEvent } from './control/control.events';
import { evolveControl } from './control/control.evolve';
import { evolveImported } from './imported/imported.evolve';
import type { EndingEvent } from './ending/ending.events';
import { evolveEnding } from './ending/ending.evolve';
import type { HandOverEvent } from './hand-over/hand-over.events';
import { evolveHandOver } from './hand-over/hand-over.evolve';
import type { MouEvent } from './mou/mou.events';
import { evolveMou } from './mou/mou.evolve';
import type { PlanningEvent } from './planning/planning.events';
import { evolvePlanning } from './planning/planning.evolve';
import type { CommandGroup } from './command-groups';
import { eventGroups } from './event-groups';
import { firstProjectState } from './first-state';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';
import type { ReviewEvent } from './review/review.events';
import { evolveReview } from './review/review.evolve';

type Copy = (state: ProjectState, event: ProjectEvent) => ProjectState;

const copies: Record<Exclude<CommandGroup, 'imported'>, Copy> = {
  application: (state, event) => evolveApplication(state, event as StartedApplicationEvent),
  review: (state, event) => evolveReview(state, event as ReviewEvent),
  approval: (state, event) => evolveApproval(state, event as ApprovalEvent),
  mou: (state, event) => evolveMou(state, event as MouEvent),
  construction: (state, event) => evolveConstruction(state, event as ConstructionEvent),
  'annual-report': (state, event) => evolveAnnualReport(state, event as AnnualReportEvent),
  amendment: (state, event) => evolveAmendment(state, event as AmendmentEvent),
  control: (state, event) => evolveControl(state, event as ControlEvent),
  'hand-over': (state, event) => evolveHandOver(state, event as HandOverEvent),
  planning: (state, event) => evolvePlanning(state, event as PlanningEvent),
  ending: (state, event) => evolveEnding(state, event as EndingEvent),
};

/**
 * Copies the facts of an event into the state: no rule, no date arithmetic, no lookup. Throws on an event without a started project
 * or of an unknown type: the ledger is then newer than this code.
 */
export function evolveProject(state: ProjectState | undefined, event: ProjectEvent): ProjectState {
  if (event.type === 'ApplicationStarted') return firstProjectState(event);
  if (event.type === 'RecordImported') return evolveImported(event);
  if (state === undefined) throw new Error(`${event.type} before ApplicationStarted`);
  if (isSharedEvent(event)) return evolveShared(state, event);
  const copy: Copy | undefined = copies[eventGroups[event.type]];
  if (copy === undefined) throw new Error(`unknown event ${event.type}`);
  return copy(state, event);
}
