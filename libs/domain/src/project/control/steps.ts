import type { DecideContext } from '../../shared/decision';
import { propose } from '../../shared/four-eyes';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { contractSet, happened, leadOf, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState, Report } from '../project.state';
import type { ControlCommand } from './control.commands';

const ofReport = 'report/';
const beforeRanking: ReadonlySet<string> = new Set(['scoring', 'consensus', 'defence']);

function reportNamed(state: ProjectState, step: string): Report | undefined {
  return step.startsWith(ofReport) ? state.reports.find((one) => String(one.year) === step.slice(ofReport.length)) : undefined;
}

function reportsThat(state: ProjectState, ...states: Report['state'][]): string[] {
  return state.reports.filter((one) => states.includes(one.state)).map((one) => `${ofReport}${one.year}`);
}

function defenceStands(state: ProjectState): boolean {
  const { heldOn, waivedAt } = state.review.defence ?? {};
  return heldOn !== undefined || waivedAt !== undefined;
}

/** Steps that can be left out where the project stands: the defence before the ranking, the report of a year that is owed. */
export function possibleSkips(state: ProjectState): string[] {
  const defence = beforeRanking.has(state.subState) && !defenceStands(state) ? ['defence'] : [];
  return [...defence, ...reportsThat(state, 'open')];
}

/** Steps that can be done once more: a defence that was held or left out, a report that was handed in, accepted or waived. */
export function possibleRedos(state: ProjectState): string[] {
  const defence = beforeRanking.has(state.subState) && defenceStands(state) ? ['defence'] : [];
  return [...defence, ...reportsThat(state, 'submitted', 'accepted', 'waived')];
}

type Acted = Pick<Extract<ProjectEvent, { type: 'DefenceWaived' }>, 'by' | 'reason' | 'at'>;
type Of<T extends 'Skip' | 'Redo'> = Extract<ControlCommand, { type: T }>;

/** The time to hand a report in once more: that of a revision (`report.revision`), in the short form where it was short. */
function reportAgain(state: ProjectState, year: number, ctx: DecideContext): ProjectEvent {
  const lead = leadOf(state);
  return setDeadline(
    {
      ladder: 'report',
      object: String(year),
      period: ctx.policy.report.revision,
      set: contractSet(lead.country, ctx.policy),
      policyKey: 'report.revision',
      owner: { role: 'AC', organizationId: lead.organizationId },
      country: lead.country,
      runsOnHold: true,
      consequences: [{ code: 'mark-report-overdue', policyKey: 'report.revision' }],
    },
    state,
    ctx,
  );
}

function skipped(state: ProjectState, step: string, act: Acted): ProjectEvent[] {
  const report = reportNamed(state, step);
  return report === undefined
    ? [{ type: 'DefenceWaived', ...act }, ...closeDeadline(state, 'defence', '-', 'withdrawn')]
    : [{ type: 'ReportWaived', year: report.year, ...act }, ...closeDeadline(state, 'report', String(report.year), 'withdrawn')];
}

function redone(state: ProjectState, step: string, act: Acted, ctx: DecideContext): ProjectEvent[] {
  const report = reportNamed(state, step);
  if (report === undefined) return [{ type: 'DefenceReopened', ...act }];
  const { year } = report;
  return [
    { type: 'ReportReopened', year, ...act },
    ...closeDeadline(state, 'reportReview', String(year), 'withdrawn'),
    reportAgain(state, year, ctx),
  ];
}

/**
 * Leaves a step out, or has it done once more, as the Secretariat's head with a second person. What is left out is shown as waived, never as done; a step
 * that is taken up again keeps what was done before as superseded or in its earlier version.
 */
export function decideStep(state: ProjectState, command: Of<'Skip'> | Of<'Redo'>, ctx: DecideContext, confirmed: boolean): ProjectDecision {
  const { step } = command.payload;
  const { actor, reason, now: at } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock leaves nothing out');
  const possible = command.type === 'Skip' ? possibleSkips(state) : possibleRedos(state);
  if (!possible.includes(step)) return refuse('WRONG_STAGE', 'not possible here', { stage: state.stage, subState: state.subState, step });
  if (reason === undefined) return refuse('REASON_REQUIRED', 'say why');
  if (!confirmed) return propose<ProjectEvent>(state, command, ctx);
  const act = { by: actor.personId, reason, at };
  return happened(...(command.type === 'Skip' ? skipped(state, step, act) : redone(state, step, act, ctx)));
}
