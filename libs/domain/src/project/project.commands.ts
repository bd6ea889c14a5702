import type { AmendmentCommand } from './amendment/amendment.commands';
import type { AnnualReportCommand } from './annual-report/annual-report.commands';
import type { ApplicationCommand } from './application/application.commands';
import type { ApprovalCommand } from './approval/approval.commands';
import type { ConstructionCommand } from './construction/construction.commands';
import type { ControlCommand } from './control/control.commands';
import type { ModifyCommand } from './control/modify.commands';
import type { EndingCommand } from './ending/ending.commands';
import type { HandOverCommand } from './hand-over/hand-over.commands';
import type { ImportedCommand } from './imported/imported.commands';
import type { MouCommand } from './mou/mou.commands';
import type { PlanningCommand } from './planning/planning.commands';
import type { ReviewCommand } from './review/review.commands';

/** Everything that may be asked of a project. */
export type ProjectCommand =
  | ApplicationCommand
  | ReviewCommand
  | ApprovalCommand
  | MouCommand
  | ConstructionCommand
  | AnnualReportCommand
  | AmendmentCommand
  | ControlCommand
  | ModifyCommand
  | HandOverCommand
  | PlanningCommand
  | EndingCommand
  | ImportedCommand;

/** Name of a project command. */
export type ProjectCommandType = ProjectCommand['type'];
