import type { Deadline } from './deadline';
import type { SharedEvent } from './deadline-events';
import type { HasDeadlines } from './make-deadline';
import type { Proposal } from './proposal';

/** What every entity's state has in common. */
export interface SharedState extends HasDeadlines {
  proposals: Proposal[];
}

type ProposalEvent = Extract<SharedEvent, { type: `Proposal${string}` }>;

const sharedTypes: ReadonlySet<string> = new Set<SharedEvent['type']>([
  'DeadlineSet',
  'DeadlineMoved',
  'DeadlineClosed',
  'ReminderIssued',
  'EscalationIssued',
  'ConsequenceReached',
  'ProposalMade',
  'ProposalConfirmed',
  'ProposalRejected',
  'ProposalLapsed',
]);

/** Whether an event belongs to the machinery that projects and calls share. */
export function isSharedEvent(event: { type: string }): event is SharedEvent {
  return sharedTypes.has(event.type);
}

/** The highest series numbers after a deadline was set or changed, so that a re-opened one never repeats an old key. */
export function seriesWith(series: Record<string, number>, { ladder, object, series: no }: Deadline): Record<string, number> {
  const name = `${ladder}/${object}`;
  return { ...series, [name]: Math.max(no, series[name] ?? 0) };
}

function withDeadline<S extends SharedState>(state: S, deadline: Deadline): S {
  const others = state.deadlines.filter((d) => d.ladder !== deadline.ladder || d.object !== deadline.object);
  return {
    ...state,
    deadlines: [...others, deadline],
    series: seriesWith(state.series, deadline),
  };
}

function withDone<S extends SharedState>(state: S, ladder: string, object: string, series: number, steps: string[]): S {
  const mark = (d: Deadline): Deadline =>
    d.ladder === ladder && d.object === object && d.series === series
      ? { ...d, done: [...d.done, ...steps.filter((s) => !d.done.includes(s))] }
      : d;
  return { ...state, deadlines: state.deadlines.map(mark) };
}

function withProposals<S extends SharedState>(state: S, event: ProposalEvent): S {
  if (event.type === 'ProposalMade') return { ...state, proposals: [...state.proposals, event.proposal] };
  return { ...state, proposals: state.proposals.filter((p) => p.proposalId !== event.proposalId) };
}

/** Copies the facts of a shared event into any entity's state. */
export function evolveShared<S extends SharedState>(state: S, event: SharedEvent): S {
  switch (event.type) {
    case 'DeadlineSet':
    case 'DeadlineMoved':
      return withDeadline(state, event.deadline);
    case 'DeadlineClosed':
      return { ...state, deadlines: state.deadlines.filter((d) => d.ladder !== event.ladder || d.object !== event.object) };
    case 'ReminderIssued':
    case 'EscalationIssued':
      return withDone(state, event.rule, event.object, event.series, [...event.merged, event.step]);
    case 'ConsequenceReached':
      return withDone(state, event.ladder, event.object, event.series, [`end.${event.code}`]);
    default:
      return withProposals(state, event);
  }
}

/** Puts changed deadlines in the place of the old ones of the same ladder and object. */
export function withDeadlines({ deadlines, series }: HasDeadlines, changed: Deadline[]): HasDeadlines {
  const of = (d: Deadline): string => `${d.ladder}/${d.object}`;
  const byName = new Map(changed.map((d) => [of(d), d]));
  return { deadlines: deadlines.map((d) => byName.get(of(d)) ?? d), series: changed.reduce(seriesWith, series) };
}
