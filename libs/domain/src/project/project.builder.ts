import type { Actor } from '../people/roles';
import { defaultPolicy, type Policy } from '../policy/policy';
import type { Calendars } from '../calendar/calendar-table';
import type { DecideContext } from '../shared/decision';
import type { DraftFacts, PersonFacts } from '../shared/facts';
import type { Instant, LocalDate } from '../shared/local-date';
import { apply, context, draft, facts, file, person, projectAt, runClock, submit, text } from '../spec-kit';
import type { ProjectCommand } from './project.commands';
import type { ProjectState } from './project.state';

/** Sub-states a built project can stand in, in order; `comments-over` is `commenting` after the parties' time for comments. */
const steps = [
  'accepting',
  'drafting',
  'commenting',
  'comments-over',
  'signing',
  'partly-signed',
  'signed',
  'kick-off',
  'building',
  'acceptance',
  'operating',
] as const;

/** A step of the road from the award to operation. */
export type Step = (typeof steps)[number];

/** What a spec may change of the standard project: a logistics workshop in Laos, awarded on 17 October 2025, 12 months of construction. */
export interface Wish {
  policy?: Policy;
  calendars?: Calendars;
  draft?: Partial<DraftFacts>;
  /** Date of the award letter. */
  awardedOn?: LocalDate;
}

/** A person of the acceptance panel; the chair records. */
export function panelMember(personId: string, change: Partial<PersonFacts> = {}): PersonFacts {
  return facts(personId, { organizationId: 'elsewhere', ...change });
}

/** Five members with a quorum: the chair, and one from the host country. */
export const panel: Record<string, PersonFacts> = Object.fromEntries(
  ['chair', 'a1', 'a2', 'a3', 'a4'].map((id) => [
    id,
    panelMember(id, { roles: id === 'chair' ? ['CH'] : ['EX'], country: id === 'a1' ? 'LA' : 'CN' }),
  ]),
);

/** People of the standard project and its Secretariat. */
export const people = {
  lead: person('lead'),
  legal: person('legal'),
  officer: person('officer', 'CO'),
  head: person('head', 'SH'),
  chair: person('chair', 'CH'),
  clock: { kind: 'system' },
} as const satisfies Record<string, Actor>;

/** An instant at 10:00 Beijing of a date. */
export function morning(date: LocalDate): Instant {
  return `${date}T02:00:00.000Z`;
}

/** A draft of the MoU in both languages. */
export const mouDraft: Extract<ProjectCommand, { type: 'SubmitMouDraft' }> = {
  type: 'SubmitMouDraft',
  payload: { documents: ['zh', 'en'].map((language) => ({ language, ref: file })), dataHash: 'c'.repeat(64) },
};

/** The signature of an organization by one of its people. */
export function signature(
  organizationId: string,
  personId: string,
  signedOn: LocalDate,
): Extract<ProjectCommand, { type: 'RecordSignature' }> {
  return { type: 'RecordSignature', payload: { organizationId, personId, capacity: 'president', signedOn, place: text, document: file } };
}

/** Signatures of the standard project's three parties, the last on 14 January 2026. */
export const signatures = [
  signature('college', 'legal', '2025-12-10'),
  signature('host-college', 'host', '2026-01-08'),
  signature('enterprise', 'firm', '2026-01-14'),
] as const;

type Play = (state: ProjectState, command: ProjectCommand, on: LocalDate, actor: Actor, change?: Partial<DecideContext>) => ProjectState;

const milestones = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9'];

function builtBy(play: Play, state: ProjectState): ProjectState {
  return milestones.reduce((s, milestone) => {
    const submitted = play(s, { type: 'SubmitEvidence', payload: { milestone, documents: [file] } }, '2026-02-20', people.lead);
    return play(submitted, { type: 'AcceptEvidence', payload: { milestone, reachedOn: '2026-02-20' } }, '2026-02-24', people.officer);
  }, state);
}

function roadOf(wish: Wish, play: Play): Record<Step, (before: ProjectState) => ProjectState> {
  const more = { ...(wish.policy && { policy: wish.policy }), ...(wish.calendars && { calendars: wish.calendars }) };
  return {
    accepting: (s) => s,
    drafting: (s) => play(s, { type: 'AcceptAward', payload: { letter: file } }, '2025-10-24', people.legal),
    commenting: (s) => play(s, mouDraft, '2025-11-03', people.lead),
    'comments-over': (s) => runClock(s, morning('2025-11-19'), more),
    signing: (s) => play(s, { type: 'OpenSigning', payload: {} }, '2025-11-20', people.head),
    'partly-signed': (s) => play(s, signatures[0], '2025-12-10', people.officer),
    signed: (s) => signatures.slice(1).reduce((r, one) => play(r, one, '2026-01-14', people.officer), s),
    'kick-off': (s) => runClock(s, morning('2026-01-15'), more),
    building: (s) => play(s, { type: 'RecordKickOff', payload: { heldOn: '2026-01-28', minutes: file } }, '2026-01-28', people.lead),
    acceptance: (s) =>
      play(builtBy(play, s), { type: 'SubmitSelfEvaluation', payload: { document: file, signedBy: 'legal' } }, '2026-03-02', people.lead),
    operating: (s) =>
      play(
        s,
        { type: 'RecordAcceptance', payload: { result: 'passed', heldOn: '2026-03-20', present: Object.keys(panel), minutes: file } },
        '2026-03-20',
        people.chair,
        { facts: { people: panel } },
      ),
  };
}

/** An approved project at its award, by the real commands. */
function awarded(wish: Wish, play: Play): ProjectState {
  const announcedOn = wish.awardedOn ?? '2025-10-17';
  const submittedBy = context('2025-08-20T02:00:00.000Z', people.lead, { facts: { draft: draft(wish.draft ?? {}) } });
  const checked = apply(
    apply(projectAt('draft'), submit, submittedBy),
    { type: 'FreezeApplication', payload: { closedAt: '2025-08-31T09:00:00.000Z' } },
    context('2025-08-31T09:00:10.000Z', people.clock),
  );
  const decided: ProjectCommand[] = [
    { type: 'RecordRank', payload: { rank: 1, sumHalfPoints: 800, count: 5, list: 'A' } },
    { type: 'ProposeProject', payload: { decidedAt: morning('2025-09-30'), asCentre: wish.draft?.type === 'centre-candidate' } },
    {
      type: 'AnnounceDecision',
      payload: { announcedAt: morning(announcedOn), announcedOn, projectRef: 'LMGF-2025-LA-001' },
    },
  ];
  return decided.reduce((s, command) => play(s, command, announcedOn, people.clock), runClock(checked, '2025-09-12T02:00:00.000Z'));
}

/**
 * Builds a project by giving the real commands to the real rules, so a built state is one that can be. For specs only.
 * `aProject().at('signing')`; `aProject({ draft: { type: 'centre-candidate' } }).at('building')`.
 */
export function aProject(wish: Wish = {}): { at(step: Step): ProjectState } {
  const more = { policy: wish.policy ?? defaultPolicy, ...(wish.calendars && { calendars: wish.calendars }) };
  const play: Play = (state, command, on, actor, change) => apply(state, command, context(morning(on), actor, { ...more, ...change }));
  const road = roadOf(wish, play);
  return { at: (step) => steps.slice(0, steps.indexOf(step) + 1).reduce((s, each) => road[each](s), awarded(wish, play)) };
}
