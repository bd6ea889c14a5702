import { evolveShared, isSharedEvent } from '../shared/evolve-shared';
import type { AnnualReportEvent } from './annual-report/annual-report.events';
import { evolveAnnualReport } from './annual-report/annual-report.evolve';
import type { ApplicationEvent } from './application/application.events';
import { evolveApplication } from './application/application.evolve';
import type { ApprovalEvent } from './approval/approval.events';
import { evolveApproval } from './approval/approval.evolve';
import type { ConstructionEvent } from './construction/construction.events';
import { evolveConstruction } from './construction/construction.evolve';
import type { ControlEvent } from './control/control.events';
import { evolveControl } from './control/control.evolve';
import type { MouEvent } from './mou/mou.events';
import { evolveMou } from './mou/mou.evolve';
import { eventGroups } from './event-groups';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';
import type { ReviewEvent } from './review/review.events';
import { evolveReview } from './review/review.evolve';

/**
 * Copies the facts of an event into the state: no rule, no date arithmetic, no lookup. Throws on an event without a started project
 * or of an unknown type: the ledger is then newer than this code.
 */
export function evolveProject(state: ProjectState | undefined, event: ProjectEvent): ProjectState {
  if (event.type === 'ApplicationStarted') return evolveApplication(undefined, event);
  if (state === undefined) throw new Error(`${event.type} before ApplicationStarted`);
  if (isSharedEvent(event)) return evolveShared(state, event);
  switch (eventGroups[event.type]) {
    case 'application':
      return evolveApplication(state, event as ApplicationEvent);
    case 'review':
      return evolveReview(state, event as ReviewEvent);
    case 'approval':
      return evolveApproval(state, event as ApprovalEvent);
    case 'mou':
      return evolveMou(state, event as MouEvent);
    case 'construction':
      return evolveConstruction(state, event as ConstructionEvent);
    case 'annual-report':
      return evolveAnnualReport(state, event as AnnualReportEvent);
    case 'control':
      return evolveControl(state, event as ControlEvent);
    default:
      throw new Error(`unknown event ${event.type}`);
  }
}
