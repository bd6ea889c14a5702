import { callDecider, projectDecider } from './deciders';
import type { CallCommand } from './call/call.commands';
import type { CallState } from './call/call.state';
import type { Actor, StandingRole } from './people/roles';
import { defaultPolicy } from './policy/policy';
import type { ProjectCommand } from './project/project.commands';
import type { ProjectEvent } from './project/project.events';
import type { ProjectState } from './project/project.state';
import type { DecideContext } from './shared/decision';
import type { CallFacts, Contact, DraftFacts, Facts, PersonFacts } from './shared/facts';
import type { Country } from './shared/local-date';

/** Builders for specs of rules: valid things by default, a spec names only what matters to it. Not part of the product's surface. */

/** A text and a file as rules see them. */
export const text = { textId: 'text-1', sha256: 'a'.repeat(64) };
/** A stored file as rules see it. */
export const file = { documentId: 'document-1', sha256: 'b'.repeat(64) };

/** A person with standing roles. */
export function person(personId: string, ...roles: StandingRole[]): Actor {
  return { kind: 'person', personId, roles, country: 'CN' };
}

/** Facts of a person named in a command. */
export function facts(personId: string, change: Partial<PersonFacts> = {}): PersonFacts {
  return {
    personId,
    roles: ['EX'],
    country: 'CN',
    zone: 'Asia/Shanghai',
    language: 'zh-CN',
    formerEmployers: [],
    filesInCall: 0,
    active: true,
    ...change,
  };
}

/** The call of the specs: open from 3 June to 31 August 2025, 17:00 Beijing. */
export const callFacts: CallFacts = {
  callId: 'call-1',
  code: 'LMGF-2025',
  programme: 'LMGF',
  year: 2025,
  subState: 'open',
  opensAt: '2025-06-03T00:00:00.000Z',
  closesAt: '2025-08-31T09:00:00.000Z',
  policyVersion: 1,
  clock: { kind: 'real' },
};

function contact(personId: string, organizationId: string, country: Country, change: Partial<Contact> = {}): Contact {
  return {
    personId,
    organizationId,
    country,
    rights: ['view'],
    primary: false,
    legalRepresentative: false,
    lead: false,
    officeHead: false,
    ...change,
  };
}

/** People of the specs' project: lead, legal representative, host contact and signatory, enterprise signatory. */
export const contacts: Contact[] = [
  contact('lead', 'college', 'CN', { rights: ['view', 'edit'], primary: true, lead: true }),
  contact('contact', 'college', 'CN', { rights: ['view', 'edit'] }),
  contact('legal', 'college', 'CN', { rights: ['sign'], legalRepresentative: true }),
  contact('host', 'host-college', 'LA', { rights: ['view', 'sign'], primary: true, legalRepresentative: true }),
  contact('firm', 'enterprise', 'LA', { rights: ['sign'], primary: true, legalRepresentative: true }),
];

/** A complete draft of a logistics workshop in Laos. */
export function draft(change: Partial<DraftFacts> = {}): DraftFacts {
  return {
    version: 3,
    hash: 'draft-hash',
    missingFields: [],
    documents: [
      'LEGAL_PERSON_CERTIFICATE',
      'PARTNER_LETTER',
      'ENTERPRISE_INTENT',
      'SITE_PROOF',
      'BUDGET',
      'FORM',
      'AUTHORIZATION_LETTER',
      'HOST_APPROVAL',
    ].map((type) => ({ type, ref: file })),
    parties: [
      { organizationId: 'college', role: 'LEAD', country: 'CN', inYunnan: true },
      { organizationId: 'host-college', role: 'HOST', country: 'LA' },
      { organizationId: 'enterprise', role: 'ENTERPRISE', country: 'LA' },
    ],
    contacts,
    leadKind: 'vocational-college',
    enterpriseOperatesIn: ['LA'],
    hostCountry: 'LA',
    fieldCode: 'LOG',
    type: 'new',
    changedFields: [],
    durationMonths: 12,
    ...change,
  };
}

/** What a rule knows beside the state; weekends are the only days off unless a spec gives calendars. */
export function context(now: string, actor: Actor, change: Partial<DecideContext> = {}): DecideContext {
  return {
    entityId: 'project-1',
    commandId: `command-${now}`,
    now,
    actor,
    policy: defaultPolicy,
    calendars: { years: [] },
    taken: {},
    ...change,
    facts: { call: callFacts, draft: draft(), similar: [], nextApplicationNo: 42, partyMailDomains: [], ...change.facts },
  };
}

/** A context whose named facts were not read. */
export function unread(ctx: DecideContext, ...names: (keyof Facts)[]): DecideContext {
  return { ...ctx, facts: Object.fromEntries(Object.entries(ctx.facts).filter(([name]) => !names.some((one) => one === name))) };
}

/** Decides and folds; a refusal fails the spec with its code. */
export function apply(state: ProjectState | undefined, command: ProjectCommand, ctx: DecideContext): ProjectState {
  const decision = projectDecider.decide(state, command, ctx);
  if (!decision.ok) throw new Error(`${command.type} refused: ${decision.violation.code} ${decision.violation.message}`);
  return fold(state, decision.events);
}

/** Folds events into a project's state; there must be at least one, or a state to begin with. */
export function fold(state: ProjectState | undefined, events: ProjectEvent[]): ProjectState {
  const folded = events.reduce<ProjectState | undefined>((s, event) => projectDecider.evolve(s, event), state);
  if (folded === undefined) throw new Error('nothing to fold');
  return folded;
}

/** The refusal code of a command, or the types of its events. */
export function answer(state: ProjectState | undefined, command: ProjectCommand, ctx: DecideContext): string | string[] {
  const decision = projectDecider.decide(state, command, ctx);
  return decision.ok ? decision.events.map((e) => e.type) : decision.violation.code;
}

/** The refusal code of a call's command, or the types of its events. */
export function callAnswer(state: CallState | undefined, command: CallCommand, ctx: DecideContext): string | string[] {
  const decision = callDecider.decide(state, command, ctx);
  return decision.ok ? decision.events.map((e) => e.type) : decision.violation.code;
}

/** Decides and folds a call's command. */
export function applyCall(state: CallState | undefined, command: CallCommand, ctx: DecideContext): CallState {
  const decision = callDecider.decide(state, command, ctx);
  if (!decision.ok) throw new Error(`${command.type} refused: ${decision.violation.code} ${decision.violation.message}`);
  const folded = decision.events.reduce<CallState | undefined>((s, event) => callDecider.evolve(s, event), state);
  if (folded === undefined) throw new Error('nothing to fold');
  return folded;
}

/** Lets the clock do everything due up to an instant, as `commit` does before a command. */
export function runClock(state: ProjectState, until: string, change: Partial<DecideContext> = {}): ProjectState {
  let current = state;
  for (let steps = 0; steps < 500; steps += 1) {
    const ctx = context(until, { kind: 'system' }, change);
    const first = projectDecider.plan(current, ctx.policy, ctx.calendars)[0];
    if (first === undefined || first.at > until) return current;
    current = apply(current, { type: 'Wake', payload: {} }, { ...ctx, now: first.at });
  }
  throw new Error('the clock does not come to rest');
}

/** A project as far as its draft, its submission, the check, or accepted for review. */
export function projectAt(step: 'draft' | 'submitted' | 'checking' | 'accepted'): ProjectState {
  const lead = person('lead');
  let state = apply(undefined, { type: 'StartApplication', payload: { callId: 'call-1' } }, context('2025-06-10T02:00:00.000Z', lead));
  if (step === 'draft') return state;
  state = apply(state, submit, context('2025-08-20T02:00:00.000Z', lead));
  if (step === 'submitted') return state;
  state = apply(
    state,
    { type: 'FreezeApplication', payload: { closedAt: callFacts.closesAt } },
    context('2025-08-31T09:00:10.000Z', { kind: 'system' }),
  );
  if (step === 'checking') return state;
  const officer = person('officer', 'CO');
  for (const code of [
    'on-time',
    'complete',
    'readable',
    'signed',
    'applicant-kind',
    'countries',
    'partners',
    'not-excluded',
    'no-duplicate',
  ])
    state = apply(state, { type: 'RecordCheckItem', payload: { code, verdict: 'pass' } }, context('2025-09-02T02:00:00.000Z', officer));
  return apply(state, { type: 'AcceptApplication', payload: {} }, context('2025-09-03T02:00:00.000Z', officer));
}

/** The submission of the specs' draft. */
export const submit: ProjectCommand = {
  type: 'SubmitApplication',
  payload: { draftVersion: 3, draftHash: 'draft-hash', signedBy: 'legal', signature: file },
};
