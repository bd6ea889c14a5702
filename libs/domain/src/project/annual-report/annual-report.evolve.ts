import { withDeadlines } from '../../shared/evolve-shared';
import { moveTo } from '../first-state';
import type { ProjectState, Report } from '../project.state';
import type { AnnualReportEvent } from './annual-report.events';
import { reportSubState } from './report-sub-state';

/** In construction and after the MoU's end a report changes no sub-state. */
function followed(state: ProjectState, at: string): ProjectState {
  const follows = state.stage === 'annual-report' && state.subState !== 'expired';
  return follows ? moveTo(state, 'annual-report', reportSubState(state.reports), at) : state;
}

function withReport(state: ProjectState, year: number, change: Partial<Report>): ProjectState {
  return { ...state, reports: state.reports.map((r) => (r.year === year ? { ...r, ...change } : r)) };
}

function opened(state: ProjectState, report: Report): ProjectState {
  return followed({ ...state, reports: [...state.reports, report] }, report.openedAt);
}

function expired(state: ProjectState, at: string): ProjectState {
  return moveTo({ ...state, ...(state.mou === undefined ? {} : { mou: { ...state.mou, expiredAt: at } }) }, 'annual-report', 'expired', at);
}

/** A project that had an MoU leaves with exit tasks; its hold ends and its centre's slot is free. */
function closed(state: ProjectState, outcome: NonNullable<ProjectState['outcome']>, at: string): ProjectState {
  const { hold: _ended, termination: _overtaken, ...rest } = state;
  const centre = rest.demonstrationCentre === undefined ? {} : { demonstrationCentre: 'released' as const };
  return { ...moveTo(rest, 'closed', 'exiting', at), ...centre, outcome, closedAt: at };
}

/** As it was when it was opened: what was handed in before counts no more. */
function openAgain({ year, shortForm, openedAt }: Report): Report {
  return { year, state: 'open', shortForm, openedAt };
}

/** Not overdue any more; the moved deadline stands in the place of the old one. */
function extended(state: ProjectState, { year, deadlines }: Extract<AnnualReportEvent, { type: 'ReportPeriodExtended' }>): ProjectState {
  const longer = ({ overdue: _over, ...report }: Report): Report => ({ ...report, extensions: (report.extensions ?? 0) + 1 });
  return { ...state, ...withDeadlines(state, deadlines), reports: state.reports.map((one) => (one.year === year ? longer(one) : one)) };
}

type Copies = { [T in AnnualReportEvent['type']]: (state: ProjectState, event: Extract<AnnualReportEvent, { type: T }>) => ProjectState };

const copies: Copies = {
  ReportOpened: (state, event) => opened(state, { year: event.year, state: 'open', shortForm: event.shortForm, openedAt: event.at }),
  ReportMerged: (state, event) => opened(state, { year: event.year, state: 'merged', shortForm: false, openedAt: event.at }),
  ReportSubmitted: (state, { year, version, hash, indicators, at }) =>
    followed(withReport(state, year, { state: 'submitted', submittedAt: at, version, hash, indicators }), at),
  ReportAccepted: (state, event) => followed(withReport(state, event.year, { state: 'accepted', acceptedAt: event.at }), event.at),
  ReportWaived: (state, { year, at }) => followed(withReport(state, year, { state: 'waived', waivedAt: at }), at),
  ReportReopened: (state, { year, at }) =>
    followed({ ...state, reports: state.reports.map((one) => (one.year === year ? openAgain(one) : one)) }, at),
  ReportPeriodExtended: extended,
  ReportOverdue: (state, event) => withReport(state, event.year, { overdue: true }),
  ReportWarningIssued: (state, event) => withReport(state, event.year, { warnedAt: event.at }),
  SuspendedForMissingReport: (state, event) => withReport(state, event.year, { suspendedAt: event.at }),
  ExitProposed: (state, event) => ({ ...state, exitProposedAt: event.at }),
  MouExpired: (state, event) => expired(state, event.at),
  ProjectClosed: (state, event) => closed(state, event.outcome, event.at),
};

/** Copies the facts of an event of the annual report, or of the MoU's end, into the state. */
export function evolveAnnualReport(state: ProjectState, event: AnnualReportEvent): ProjectState {
  const copy = copies[event.type] as (state: ProjectState, event: AnnualReportEvent) => ProjectState;
  return copy(state, event);
}
