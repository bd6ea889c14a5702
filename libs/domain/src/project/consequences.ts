import type { ConsequenceCode, Deadline } from '../shared/deadline';
import type { DecideContext } from '../shared/decision';
import { amendmentConsequences } from './amendment/amendment.consequences';
import { annualReportConsequences } from './annual-report/annual-report.consequences';
import { approvalConsequences } from './approval/approval.consequences';
import { constructionConsequences } from './construction/construction.consequences';
import { controlConsequences } from './control/control.consequences';
import { endingConsequences } from './ending/ending.consequences';
import { handOverConsequences } from './hand-over/hand-over.consequences';
import { mouConsequences } from './mou/mou.consequences';
import type { Consequences } from './consequence-rule';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';
import { reviewConsequences } from './review/review.consequences';

const all: Consequences = {
  ...reviewConsequences,
  ...approvalConsequences,
  ...mouConsequences,
  ...constructionConsequences,
  ...annualReportConsequences,
  ...amendmentConsequences,
  ...controlConsequences,
  ...handOverConsequences,
  ...endingConsequences,
};

/** Carries out a consequence of a project's deadline. A code that no folder answers is a bug and throws. */
export function carryOutConsequence(state: ProjectState, code: ConsequenceCode, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const carryOut = all[code];
  if (carryOut === undefined) throw new Error(`no rule of a project for the consequence ${code}`);
  return carryOut(state, deadline, ctx);
}
