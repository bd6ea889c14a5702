import { reportSubState } from '../annual-report/report-sub-state';
import { moveTo } from '../first-state';
import type { Construction, Milestone, ProjectState } from '../project.state';
import type { ConstructionEvent } from './construction.events';

function withMilestone(site: Construction, code: string, change: (m: Milestone) => Milestone): Construction {
  return { ...site, milestones: site.milestones.map((m) => (m.code === code ? change(m) : m)) };
}

function reached({ mark: _late, ...milestone }: Milestone, actualOn: string): Milestone {
  return { ...milestone, state: 'reached', actualOn };
}

function withMark(state: ProjectState, site: Construction, code: string, mark: 'amber' | 'red'): ProjectState {
  return { ...state, construction: withMilestone(site, code, (m) => ({ ...m, mark })) };
}

/** Copies the facts of a construction event into the state. Throws before the MoU took effect: the ledger is then broken. */
export function evolveConstruction(state: ProjectState, event: ConstructionEvent): ProjectState {
  const site = state.construction;
  if (site === undefined) throw new Error(`${event.type} before MouTookEffect`);
  switch (event.type) {
    case 'KickOffHeld': {
      const baseline = {
        ...site,
        kickOffHeldOn: event.heldOn,
        milestones: site.milestones.map((m) => ({ ...m, baselineOn: m.forecastOn })),
      };
      const construction = withMilestone(baseline, event.milestone, (m) => reached({ ...m, evidence: [event.minutes] }, event.heldOn));
      return moveTo({ ...state, construction }, 'construction', 'building', event.at);
    }
    case 'MilestoneForecastChanged':
      return {
        ...state,
        construction: withMilestone(site, event.milestone, (m) => ({ ...m, forecastOn: event.forecastOn, why: event.why })),
      };
    case 'EvidenceSubmitted': {
      const submitted = (m: Milestone): Milestone => ({ ...m, state: 'submitted', evidence: [...m.evidence, ...event.documents] });
      return { ...state, construction: withMilestone(site, event.milestone, submitted) };
    }
    case 'MilestoneReached':
      return { ...state, construction: withMilestone(site, event.milestone, (m) => reached(m, event.reachedOn)) };
    case 'MilestoneTurnedAmber':
      return withMark(state, site, event.milestone, 'amber');
    case 'MilestoneTurnedRed':
      return withMark(state, site, event.milestone, 'red');
    case 'SelfEvaluationSubmitted': {
      const selfEvaluation = { document: event.document, submittedAt: event.at, signedBy: event.signedBy };
      const last = (m: Milestone): Milestone => reached({ ...m, evidence: [...m.evidence, event.document] }, event.submittedOn);
      const construction = { ...withMilestone(site, event.milestone, last), selfEvaluation };
      return moveTo({ ...state, construction }, 'construction', 'acceptance', event.at);
    }
    case 'AcceptancePassed': {
      const acceptance = { result: 'passed' as const, heldOn: event.heldOn, minutes: event.minutes };
      return moveTo({ ...state, construction: { ...site, acceptance } }, 'annual-report', reportSubState(state.reports), event.at);
    }
  }
}
