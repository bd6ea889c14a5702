import { parsePeriod } from '../../calendar/arithmetic';
import { closeAllDeadlines, closeDeadline, setDeadline } from '../../shared/make-deadline';
import type { PersonId } from '../../shared/branded-ids';
import type { ClaimRequest, DecideContext } from '../../shared/decision';
import type { DraftFacts } from '../../shared/facts';
import type { Country, Instant } from '../../shared/local-date';
import { ok, refuse, type Result, type Violation } from '../../shared/result';
import { officerCheckDeadline } from '../review/check-deadlines';
import { happened, notIn, type ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { ApplicationCommand, FreezeApplication, StartApplication, SubmitApplication } from './application.commands';
import { checkEligibility } from './eligibility';

type Refusal = { ok: false; violation: Violation };

/** The reference on the submission receipt: call, the letter A and a running number of four digits. */
export function applicationRefOf(callCode: string, no: number): string {
  return `${callCode}-A-${String(no).padStart(4, '0')}`;
}

/** Opens a draft. The command's id is the project's id; the closing of the call is the draft's own deadline, so its owner is reminded. */
export function decideStart(command: StartApplication, ctx: DecideContext): ProjectDecision {
  const call = ctx.facts.call;
  if (call === undefined || call.callId !== command.payload.callId)
    return refuse('UNKNOWN_OBJECT', 'there is no such call', { callId: command.payload.callId });
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'an application is started by a person');
  const window = windowRefusal(ctx);
  if (window !== undefined) return window;
  return happened(
    {
      type: 'ApplicationStarted',
      projectId: ctx.entityId,
      callId: call.callId,
      callCode: call.code,
      programme: call.programme,
      year: call.year,
      policyVersion: call.policyVersion,
      clock: call.clock,
      startedBy: ctx.actor.personId,
      at: ctx.now,
    },
    draftDeadline(call.closesAt, { personId: ctx.actor.personId, country: ctx.actor.country ?? 'CN' }, ctx),
  );
}

function draftDeadline(closesAt: Instant, starter: { personId: PersonId; country: Country }, ctx: DecideContext) {
  return setDeadline(
    {
      ladder: 'draft',
      object: '-',
      fixedOn: closingDate(closesAt),
      endsAt: closesAt,
      set: ['CN'],
      roll: 'none',
      policyKey: 'call.closes',
      owner: { role: 'AC', personId: starter.personId },
      country: starter.country,
    },
    undefined,
    ctx,
  );
}

function closingDate(closesAt: string): string {
  return new Date(Date.parse(closesAt) + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The instant of receipt decides: open from `opensAt`, closed from `closesAt` on (EU practice: date and hour of the call's zone). */
function windowRefusal(ctx: DecideContext): Refusal | undefined {
  const call = ctx.facts.call;
  if (call === undefined) return refuse('UNKNOWN_OBJECT', 'the call is not known');
  if (call.subState === 'draft' || ctx.now < call.opensAt)
    return refuse('CALL_NOT_OPEN', 'the call is not open yet', { opensAt: call.opensAt });
  if (ctx.now >= call.closesAt || call.subState === 'cancelled')
    return refuse('CALL_CLOSED', 'the call is closed', { closesAt: call.closesAt });
  return undefined;
}

/** The draft as the applicant last saw it, complete. */
function readDraft(payload: SubmitApplication['payload'], draft: DraftFacts | undefined): Result<DraftFacts> {
  if (draft === undefined || draft.version !== payload.draftVersion || draft.hash !== payload.draftHash)
    return refuse('STALE_REVISION', 'the draft was changed meanwhile', {
      draftVersion: payload.draftVersion,
      currentVersion: draft?.version ?? 0,
    });
  if (draft.missingFields.length > 0) return refuse('FORM_INCOMPLETE', 'required fields are empty', { fields: draft.missingFields });
  return ok(draft);
}

/** Duplicate screen (hard block and warnings of the programme's rules); an upgrade that names its predecessor is exempt from the block. */
function duplicateRefusal(command: SubmitApplication, draft: DraftFacts, ctx: DecideContext): Refusal | undefined {
  const similar = ctx.facts.similar ?? [];
  const same = similar.filter((s) => s.likeness === 'lead+host+field');
  const upgrade = draft.type === 'upgrade' && same.every((s) => s.projectId === draft.upgradesProjectId);
  const blocked = upgrade ? undefined : same[0];
  if (blocked !== undefined)
    return refuse(blocked.active ? 'DUPLICATE_ACTIVE_PROJECT' : 'DUPLICATE_IN_CALL', 'same lead, host and field', {
      reference: blocked.reference,
    });
  const alike = similar.filter((s) => s.likeness !== 'lead+host+field');
  if (alike.length > 0 && command.payload.justification === undefined)
    return refuse('JUSTIFICATION_REQUIRED', 'a similar project exists: say why this one is needed', {
      references: alike.map((s) => s.reference),
      likeness: alike.map((s) => s.likeness),
    });
  return undefined;
}

function signatureRefusal(command: SubmitApplication, draft: DraftFacts): Refusal | undefined {
  const leads = draft.parties.filter((p) => p.role === 'LEAD').map((p) => p.organizationId);
  const signer = draft.contacts.find((c) => c.personId === command.payload.signedBy);
  if (signer === undefined || !signer.legalRepresentative || !leads.includes(signer.organizationId))
    return refuse('SIGNATURE_MISSING', 'the legal representative of the lead must sign and seal');
  return undefined;
}

/** The draft that may be handed in now, or the first refusal. */
function submittable(state: ProjectState, command: SubmitApplication, ctx: DecideContext): Result<DraftFacts> {
  const early = notIn(state, 'draft', 'submitted', 'early-returned') ?? windowRefusal(ctx);
  if (early !== undefined) return early;
  const read = readDraft(command.payload, ctx.facts.draft);
  if (!read.ok) return read;
  const draft = read.value;
  return checkEligibility(draft, ctx.policy) ?? signatureRefusal(command, draft) ?? duplicateRefusal(command, draft, ctx) ?? read;
}

/** Hands in a draft. May be repeated until closing: the last submitted version counts. */
export function decideSubmit(state: ProjectState, command: SubmitApplication, ctx: DecideContext): ProjectDecision {
  const read = submittable(state, command, ctx);
  if (!read.ok) return read;
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'an application is handed in by a person');
  const draft = read.value;
  const { hostCountry, fieldCode } = draft;
  if (hostCountry === undefined || fieldCode === undefined)
    return refuse('FORM_INCOMPLETE', 'host country and field are needed', { fields: ['hostCountry', 'fieldCode'] });
  const submission = {
    no: state.submissions.length + 1,
    hash: draft.hash,
    submittedAt: ctx.now,
    submittedBy: ctx.actor.personId,
    signedBy: command.payload.signedBy,
    signature: command.payload.signature,
  };
  const { justification } = command.payload;
  const decision = happened(
    {
      type: 'ApplicationSubmitted',
      applicationRef: state.applicationRef ?? applicationRefOf(state.callCode, ctx.facts.nextApplicationNo ?? 1),
      submission,
      hostCountry,
      fieldCode,
      ...pinned(draft, ctx),
      ...(justification === undefined ? {} : { justification }),
      at: ctx.now,
    },
    ...closeDeadline(state, 'draft', '-', 'met'),
  );
  return draft.type === 'upgrade'
    ? decision
    : { ...decision, claims: duplicateClaims({ callId: state.callId, parties: draft.parties, fieldCode }) };
}

/** What of the draft stays fixed with a submission. */
function pinned(draft: DraftFacts, ctx: DecideContext) {
  return {
    parties: draft.parties,
    contacts: draft.contacts,
    projectType: draft.type ?? ('new' as const),
    durationMonths: draft.durationMonths ?? parsePeriod(ctx.policy.construction.duration.default).count,
  };
}

function duplicateClaims(application: Screened): ClaimRequest[] {
  return duplicateReleases(application).map((slot) => ({ ...slot, ifTaken: 'DUPLICATE_IN_CALL' }));
}

/** Takes the application back; possible until the decision (`application.withdrawUntil`). Frees the duplicate block. */
export function decideWithdraw(state: ProjectState, ctx: DecideContext): ProjectDecision {
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'an application is withdrawn by a person');
  const before = ['application', 'review'].includes(state.stage) || state.subState === 'awaiting-decision';
  if (!before || state.submissions.length === 0)
    return refuse('WRONG_STAGE', 'an application can be withdrawn until the decision', { stage: state.stage, subState: state.subState });
  const done = happened({ type: 'ApplicationWithdrawn', by: ctx.actor.personId, at: ctx.now }, ...closeAllDeadlines(state, 'withdrawn'));
  return { ...done, releases: duplicateReleases(state) };
}

/** What the duplicate screen compares. */
type Screened = Pick<ProjectState, 'callId' | 'parties' | 'fieldCode'>;

/** The duplicate claim a project holds, for giving it back; none before it has a lead, a host and a field. */
export function duplicateReleases({ callId, parties, fieldCode }: Screened): { scope: 'duplicate'; key: string }[] {
  const lead = parties.find((p) => p.role === 'LEAD')?.organizationId;
  const host = parties.find((p) => p.role === 'HOST')?.organizationId;
  if (lead === undefined || host === undefined || fieldCode === undefined) return [];
  return [{ scope: 'duplicate', key: `${callId}/${lead}/${host}/${fieldCode}` }];
}

/** The window closed: what was handed in goes to the check with the officer's clock running from the closing; a draft ends. Repeated, it is quiet. */
export function decideFreeze(state: ProjectState, command: FreezeApplication, ctx: DecideContext): ProjectDecision {
  if (state.stage !== 'application') return happened();
  const { closedAt } = command.payload;
  if (state.submissions.length === 0) return happened({ type: 'DraftExpired', closedAt, at: ctx.now }, ...closeAllDeadlines(state, 'over'));
  return happened(
    { type: 'ApplicationFrozen', closedAt, at: ctx.now },
    ...closeAllDeadlines(state, 'over'),
    officerCheckDeadline(state, ctx, { period: ctx.policy.check.officer, policyKey: 'check.officer', startOn: closingDate(closedAt) }),
  );
}

/** Answers a command of the stage `application` on a project that exists. */
export function decideApplication(state: ProjectState, command: ApplicationCommand, ctx: DecideContext): ProjectDecision {
  switch (command.type) {
    case 'StartApplication':
      return refuse('ALREADY_DONE', 'the application was started before');
    case 'SubmitApplication':
      return decideSubmit(state, command, ctx);
    case 'WithdrawApplication':
      return decideWithdraw(state, ctx);
    case 'FreezeApplication':
      return decideFreeze(state, command, ctx);
  }
}
