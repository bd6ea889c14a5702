import type { SharedEvent } from '../shared/deadline-events';
import type { AmendmentEvent } from './amendment/amendment.events';
import type { AnnualReportEvent } from './annual-report/annual-report.events';
import type { ApplicationEvent } from './application/application.events';
import type { ApprovalEvent } from './approval/approval.events';
import type { ConstructionEvent } from './construction/construction.events';
import type { ControlEvent } from './control/control.events';
import type { EndingEvent } from './ending/ending.events';
import type { HandOverEvent } from './hand-over/hand-over.events';
import type { ImportedEvent } from './imported/imported.events';
import type { MouEvent } from './mou/mou.events';
import type { PlanningEvent } from './planning/planning.events';
import type { ReviewEvent } from './review/review.events';

/** Everything that may have happened to a project; the ledger keeps these for ever, so a meaning never changes. */
export type ProjectEvent =
  | ApplicationEvent
  | ReviewEvent
  | ApprovalEvent
  | MouEvent
  | ConstructionEvent
  | AnnualReportEvent
  | AmendmentEvent
  | ControlEvent
  | HandOverEvent
  | PlanningEvent
  | EndingEvent
  | ImportedEvent
  | SharedEvent;
