import type { DecideContext } from '../../shared/decision';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { ProjectState, Report } from '../project.state';
import type { AnnualReportCommand } from './annual-report.commands';
import { reviewDeadline } from './report-deadlines';

type Of<T extends AnnualReportCommand['type']> = Extract<AnnualReportCommand, { type: T }>;
type Refusal = ReturnType<typeof refuse>;

/** Satisfaction is a share of one year; every other indicator of the form is counted on from year to year. */
const ofOneYear: ReadonlySet<string> = new Set(['U1']);

/** The report of a year while the MoU is, or was in that year, in force and the project is not closed. */
function reportOf(state: ProjectState, year: number): { report: Report } | { refusal: Refusal } {
  if (state.mou?.tookEffectAt === undefined) return { refusal: refuse('MOU_NOT_IN_FORCE', 'reports begin with the effect of the MoU') };
  if (state.stage === 'closed')
    return { refusal: refuse('WRONG_STAGE', 'the project is closed', { stage: state.stage, subState: state.subState }) };
  const report = state.reports.find((r) => r.year === year && r.state !== 'merged' && r.state !== 'waived');
  return report === undefined ? { refusal: refuse('UNKNOWN_OBJECT', 'no report of this year is asked for', { year }) } : { report };
}

/** Cumulative values of the newest earlier report that was handed in. */
function lastValues(state: ProjectState, year: number, ctx: DecideContext): Record<string, number> {
  const earlier = state.reports.filter((r) => r.year < year && r.indicators !== undefined).sort((a, b) => b.year - a.year)[0];
  return earlier?.indicators ?? ctx.facts.lastIndicators ?? {};
}

/** A cumulative value below last year's is an error, unless it is confirmed with a reason. */
function indicatorRefusal(state: ProjectState, year: number, now: Record<string, number>, ctx: DecideContext): Refusal | undefined {
  if (ctx.reason !== undefined) return undefined;
  const last = lastValues(state, year, ctx);
  const below = Object.entries(last).filter(([code, value]) => !ofOneYear.has(code) && (now[code] ?? value) < value);
  if (below.length === 0) return undefined;
  return refuse('INDICATOR_BELOW_LAST_YEAR', 'a cumulative value fell: correct it, or say why', {
    indicators: below.map(([code]) => code),
  });
}

/** The named draft: not changed meanwhile, complete, and written by somebody else than the certifier. */
function draftRefusal(
  payload: Of<'SubmitReport'>['payload'],
  certifierId: string,
  draft: DecideContext['facts']['reportDraft'],
): Refusal | undefined {
  const { draftVersion, draftHash } = payload;
  if (draft === undefined || draft.version !== draftVersion || draft.hash !== draftHash)
    return refuse('STALE_REVISION', 'the draft was changed meanwhile', { draftVersion, currentVersion: draft?.version ?? 0 });
  if (draft.authorId === certifierId) return refuse('SAME_PERSON', 'the certifier is not the author');
  if (draft.missingSections.length > 0) return refuse('REPORT_INCOMPLETE', 'sections are missing', { sections: draft.missingSections });
  return undefined;
}

/** Hands in the draft of a year's report. A certifier who did not write it submits; the report is then locked and the officer's 60 days begin. */
function decideSubmitReport(state: ProjectState, command: Of<'SubmitReport'>, ctx: DecideContext): ProjectDecision {
  const { year, draftVersion: version, draftHash: hash } = command.payload;
  const found = reportOf(state, year);
  if ('refusal' in found) return found.refusal;
  if (found.report.state !== 'open') return refuse('REPORT_LOCKED', 'this report was handed in', { year, state: found.report.state });
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'a report is certified by a person');
  const submittedBy = ctx.actor.personId;
  const indicators = ctx.facts.reportDraft?.indicators ?? {};
  const refusal = draftRefusal(command.payload, submittedBy, ctx.facts.reportDraft) ?? indicatorRefusal(state, year, indicators, ctx);
  if (refusal !== undefined) return refusal;
  return happened(
    { type: 'ReportSubmitted', year, version, hash, indicators, submittedBy, at: ctx.now },
    ...closeDeadline(state, 'report', String(year), 'met'),
    reviewDeadline(state, ctx, year),
  );
}

/** The Secretariat accepts a report: the officer, for a demonstration centre the head. An accepted report is never edited in place. */
function decideAcceptReport(state: ProjectState, command: Of<'AcceptReport'>, ctx: DecideContext): ProjectDecision {
  const { year } = command.payload;
  const found = reportOf(state, year);
  if ('refusal' in found) return found.refusal;
  if (found.report.state === 'accepted') return refuse('ALREADY_DONE', 'this report was accepted before', { year });
  if (found.report.state !== 'submitted')
    return refuse('WRONG_STAGE', 'this report was not handed in yet', { year, stage: state.stage, subState: state.subState });
  if (state.demonstrationCentre === 'active' && !(ctx.actor.kind === 'person' && ctx.actor.roles.includes('SH')))
    return refuse('NOT_ALLOWED', 'the report of a demonstration centre is accepted by the head', { year });
  return happened({ type: 'ReportAccepted', year, at: ctx.now }, ...closeDeadline(state, 'reportReview', String(year), 'met'));
}

/** Answers a command on the annual report, whatever the stage: the obligation runs from the MoU's effect until its end. */
export function decideAnnualReport(state: ProjectState, command: AnnualReportCommand, ctx: DecideContext): ProjectDecision {
  switch (command.type) {
    case 'SubmitReport':
      return decideSubmitReport(state, command, ctx);
    case 'AcceptReport':
      return decideAcceptReport(state, command, ctx);
  }
}
