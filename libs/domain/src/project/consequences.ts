import type { Deadline } from '../shared/deadline';
import type { DecideContext } from '../shared/decision';
import type { Occurrence } from '../shared/occurrence';
import { annualReportConsequences } from './annual-report/annual-report.consequences';
import { approvalConsequences } from './approval/approval.consequences';
import { constructionConsequences } from './construction/construction.consequences';
import { controlConsequences } from './control/control.consequences';
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
  ...controlConsequences,
};

/** Carries out a consequence of a project's deadline. A code that no folder answers is a bug and throws. */
export function carryOutConsequence(state: ProjectState, occurrence: Occurrence, deadline: Deadline, ctx: DecideContext): ProjectEvent[] {
  const code = occurrence.consequence;
  const carryOut = code === undefined ? undefined : all[code];
  if (carryOut === undefined) throw new Error(`no rule for the consequence ${String(code)}`);
  return carryOut(state, deadline, ctx);
}
