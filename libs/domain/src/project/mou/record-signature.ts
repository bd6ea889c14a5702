import { dueAfter } from '../../calendar/deadline';
import type { OrganizationId } from '../../shared/branded-ids';
import type { ClaimRequest, DecideContext } from '../../shared/decision';
import type { LocalDate } from '../../shared/local-date';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { notIn, type ProjectDecision } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import type { Mou, ProjectState } from '../project.state';
import { happenedOnRefusal } from '../real-dates';
import type { MouCommand } from './mou.commands';
import { effectDeadline } from './mou-deadlines';
import { maySignFor } from './signatories';

type RecordSignature = Extract<MouCommand, { type: 'RecordSignature' }>;
type Refusal = ReturnType<typeof refuse>;

/** Officers record any party's signature, a signatory only that of an organization for which he may sign himself. */
function actorRefusal(state: ProjectState, organizationId: string, ctx: DecideContext): Refusal | undefined {
  if (ctx.actor.kind !== 'person') return refuse('NOT_ALLOWED', 'a signature is recorded by a person');
  if (ctx.actor.roles.includes('CO') || maySignFor(state, ctx.actor.personId, organizationId)) return undefined;
  return refuse('NOT_ALLOWED', 'a signatory records the signature of his own organization only');
}

function partyRefusal(state: ProjectState, mou: Mou, { organizationId, personId }: RecordSignature['payload']): Refusal | undefined {
  if (!state.parties.some((p) => p.organizationId === organizationId))
    return refuse('UNKNOWN_OBJECT', 'this organization is no party', { organizationId });
  if (mou.signatures.some((s) => s.organizationId === organizationId))
    return refuse('ALREADY_SIGNED', 'this party has signed', { organizationId });
  if (!maySignFor(state, personId, organizationId))
    return refuse('SIGNATURE_MISSING', 'this person may not sign for the party', { organizationId });
  return undefined;
}

/** Where the policy sets an order, the first party without a signature comes next. */
function orderRefusal(unsigned: OrganizationId[], organizationId: OrganizationId, ctx: DecideContext): Refusal | undefined {
  const next = unsigned[0];
  if (ctx.policy.mou.signingOrder === 'parallel' || next === undefined || next === organizationId) return undefined;
  return refuse('SIGNING_ORDER', 'another party signs first', { organizationId: next });
}

/** The last day on which the MoU is in force: its term from the effective date, without roll (5 years, practice of university MoUs). */
function expiresOn(effectiveOn: LocalDate, ctx: DecideContext): LocalDate {
  return dueAfter(effectiveOn, ctx.policy.mou.term, { set: ['CN'], roll: 'none', calendars: ctx.calendars }).dueOn;
}

/** All needed signatures are there: signed on the last of their dates, effective then unless the MoU states a date. */
function completed(state: ProjectState, mou: Mou, signedOn: LocalDate, ctx: DecideContext): ProjectEvent[] {
  const last = mou.signatures.reduce((latest, s) => (s.signedOn > latest ? s.signedOn : latest), signedOn);
  const effectiveOn = mou.draft?.effectiveOn ?? last;
  return [
    { type: 'MouSigned', signedOn: last, effectiveOn, expiresOn: expiresOn(effectiveOn, ctx), at: ctx.now },
    ...closeDeadline(state, 'clock', 'signing-period', 'met'),
    effectDeadline(state, ctx, effectiveOn),
  ];
}

/** The centre's slot is tested again at signature (one demonstration centre per country). */
function centreClaim(state: ProjectState): ClaimRequest[] {
  if (state.demonstrationCentre !== 'approved' || state.hostCountry === undefined) return [];
  return [{ scope: 'centre', key: state.hostCountry, ifTaken: 'CENTRE_SLOT_TAKEN' }];
}

/**
 * Records a party's signature: once per party, by a person with the right to sign, on a day between the award and today. Parties sign country by
 * country, so a half-signed MoU is a normal long state; the last needed signature makes it signed. Also possible while the head decides on the lapse.
 */
export function decideRecordSignature(state: ProjectState, mou: Mou, command: RecordSignature, ctx: DecideContext): ProjectDecision {
  const { payload } = command;
  const { organizationId } = payload;
  const place = notIn(state, 'signing', 'partly-signed', 'lapse-decision', 'signed');
  if (place !== undefined) return place;
  if (mou.signatories === undefined) return refuse('WRONG_STAGE', 'signing is not open', { stage: state.stage, subState: state.subState });
  const unsigned = mou.signatories.filter((id) => !mou.signatures.some((s) => s.organizationId === id));
  const refusal =
    actorRefusal(state, organizationId, ctx) ??
    partyRefusal(state, mou, payload) ??
    orderRefusal(unsigned, organizationId, ctx) ??
    happenedOnRefusal(payload.signedOn, mou.awardedOn, ctx);
  if (refusal !== undefined) return refusal;
  const last = unsigned.length === 1 && unsigned[0] === organizationId;
  const events: ProjectEvent[] = [
    { type: 'PartySigned', ...payload, at: ctx.now },
    ...closeDeadline(state, 'signature', organizationId, 'met'),
    ...(last ? completed(state, mou, payload.signedOn, ctx) : []),
  ];
  return { ok: true, events, claims: centreClaim(state) };
}
