import { parseLocalDate } from '../../calendar/local-dates';
import type { Actor } from '../../people/roles';
import type { DecideContext } from '../../shared/decision';
import type { Contact, PersonFacts } from '../../shared/facts';
import { refuse } from '../../shared/result';
import { happened, type ProjectDecision } from '../project-rule';
import type { HandOver, ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import { answerDeadline, clocksOver, effectClock } from './hand-over-deadlines';
import type { HandOverCommand } from './hand-over.commands';
import { offerWith, stillHolds } from './offers';
import { tookEffect } from './take-over';

type Of<T extends HandOverCommand['type']> = Extract<HandOverCommand, { type: T }>;
type Person = Extract<Actor, { kind: 'person' }>;
type Refusal = ReturnType<typeof refuse> | undefined;

const unknown = (id: string): ReturnType<typeof refuse> => refuse('UNKNOWN_OBJECT', 'there is no such open offer', { handOverId: id });

function isOffice({ roles }: Person): boolean {
  return roles.includes('CO') || roles.includes('SH');
}

/** Whether a person may give away this place: its holder, a colleague who works on the project, the Secretariat; the officer's only he and the head. */
function mayOffer(actor: Person, holder: string, contact: Contact | undefined, state: ProjectState): boolean {
  if (actor.personId === holder || actor.roles.includes('SH')) return true;
  if (contact === undefined) return false;
  const colleague = state.contacts.some(
    (one) => one.personId === actor.personId && one.organizationId === contact.organizationId && (one.lead || one.legalRepresentative),
  );
  return colleague || isOffice(actor);
}

/** Whether a person may offer any place of this project at all; for the button. */
export function canOffer(state: ProjectState, personId: string): boolean {
  return state.officerId === personId || state.contacts.some((one) => !one.lead);
}

function placeRefusal(state: ProjectState, personId: string, contact: Contact | undefined): Refusal {
  if (contact === undefined && state.officerId !== personId) return refuse('UNKNOWN_OBJECT', 'nobody of this project', { personId });
  if (contact?.lead === true) return refuse('ONLY_BY_AMENDMENT', 'the leader changes by amendment', { path: 'contacts/leader' });
  return undefined;
}

function newHolderRefusal(to: PersonFacts | undefined, contact: Contact | undefined): Refusal {
  if (to?.active !== true) return refuse('UNKNOWN_OBJECT', 'this person cannot take it over');
  if (contact === undefined)
    return to.roles.includes('CO') ? undefined : refuse('NOT_ALLOWED', 'this person is not a case officer', { officerId: to.personId });
  if (to.organizationId === contact.organizationId) return undefined;
  return refuse('UNKNOWN_OBJECT', 'this is nobody of the same organization', { organizationId: contact.organizationId });
}

function dayRefusal(effectiveOn: string | undefined, ctx: DecideContext): Refusal {
  if (effectiveOn === undefined) return undefined;
  const parsed = parseLocalDate(effectiveOn);
  if (!parsed.ok) return parsed;
  const earliest = todayOf(ctx);
  return effectiveOn < earliest ? refuse('DATE_IN_PAST', 'a hand-over lies ahead', { date: effectiveOn, earliest }) : undefined;
}

function offerRefusal(state: ProjectState, { payload }: Of<'OfferHandOver'>, contact: Contact | undefined, ctx: DecideContext): Refusal {
  const { personId, toPersonId, effectiveOn } = payload;
  if (state.stage === 'closed') return refuse('WRONG_STAGE', 'the project is closed', { stage: state.stage, subState: state.subState });
  const place = placeRefusal(state, personId, contact);
  if (place !== undefined) return place;
  if ((state.handOvers ?? []).some((one) => one.from === personId))
    return refuse('ALREADY_DONE', 'somebody was asked to take it over', { personId });
  if (personId === toPersonId) return refuse('UNKNOWN_OBJECT', 'he holds it', { personId });
  return newHolderRefusal(ctx.facts.people?.[toPersonId], contact) ?? dayRefusal(effectiveOn, ctx);
}

/** Asks somebody to take over the place of the file's officer or of a contact. Until he says yes the old holder answers. The leader changes by amendment. */
function decideOffer(state: ProjectState, command: Of<'OfferHandOver'>, actor: Person, ctx: DecideContext): ProjectDecision {
  const { personId, toPersonId, effectiveOn } = command.payload;
  const contact = state.officerId === personId ? undefined : state.contacts.find((one) => one.personId === personId);
  const refusal = offerRefusal(state, command, contact, ctx);
  if (refusal !== undefined) return refusal;
  if (!mayOffer(actor, personId, contact, state)) return refuse('NOT_ALLOWED', 'this is not his to give away', { personId });
  const { reason: note, now: at, commandId: handOverId } = ctx;
  if (note === undefined) return refuse('REASON_REQUIRED', 'say why');
  const handOver: HandOver = {
    ...{ handOverId, role: contact === undefined ? ('officer' as const) : ('contact' as const), from: personId, to: toPersonId },
    ...(effectiveOn === undefined ? {} : { effectiveOn }),
    ...{ note, offeredBy: actor.personId, offeredAt: at },
  };
  return happened(answerDeadline(state, handOver, contact ?? { country: 'CN' }, ctx), { type: 'HandOverOffered', handOver, at });
}

/** The offer that was made to this person and waits for his answer. */
function offeredTo(id: string, { personId }: Person, state: ProjectState): HandOver | undefined {
  const offer = offerWith(id, state);
  return offer?.to === personId && offer.acceptedAt === undefined ? offer : undefined;
}

/** The new holder's yes: he stands in the place at once, or from the day that was named. */
function decideAccept(state: ProjectState, command: Of<'AcceptHandOver'>, actor: Person, ctx: DecideContext): ProjectDecision {
  const { handOverId } = command.payload;
  const offer = offeredTo(handOverId, actor, state);
  if (offer === undefined || !stillHolds(offer, state)) return unknown(handOverId);
  if (offer.role === 'officer' && !actor.roles.includes('CO'))
    return refuse('NOT_ALLOWED', 'this person is not a case officer', { officerId: actor.personId });
  const { from, to, effectiveOn } = offer;
  const yes = { type: 'HandOverAccepted' as const, handOverId, from, to, at: ctx.now };
  const answered = clocksOver(state, handOverId, 'met');
  if (effectiveOn === undefined || effectiveOn <= todayOf(ctx)) return happened(yes, ...answered, tookEffect(state, offer, ctx));
  return happened({ ...yes, effectiveOn }, ...answered, effectClock(state, handOverId, effectiveOn, ctx));
}

function decideDecline(state: ProjectState, command: Of<'DeclineHandOver'>, actor: Person, ctx: DecideContext): ProjectDecision {
  const { handOverId } = command.payload;
  const offer = offeredTo(handOverId, actor, state);
  if (offer === undefined) return unknown(handOverId);
  const { from, to } = offer;
  return happened({ type: 'HandOverDeclined', handOverId, from, to, at: ctx.now }, ...clocksOver(state, handOverId, 'withdrawn'));
}

function decideCancel(state: ProjectState, command: Of<'CancelHandOver'>, actor: Person, ctx: DecideContext): ProjectDecision {
  const { handOverId } = command.payload;
  const offer = offerWith(handOverId, state);
  if (offer === undefined) return unknown(handOverId);
  const { from, to, offeredBy } = offer;
  if (![from, offeredBy].includes(actor.personId) && !isOffice(actor))
    return refuse('NOT_ALLOWED', 'this offer is not his', { handOverId });
  const cancelled = { type: 'HandOverCancelled' as const, handOverId, from, to, by: actor.personId, at: ctx.now };
  return happened(cancelled, ...clocksOver(state, handOverId, 'withdrawn'));
}

/** Answers commands of handing a place over. */
export function decideHandOver(state: ProjectState, command: HandOverCommand, ctx: DecideContext): ProjectDecision {
  const { actor } = ctx;
  if (actor.kind !== 'person') return refuse('NOT_ALLOWED', 'the clock hands nothing over');
  switch (command.type) {
    case 'OfferHandOver':
      return decideOffer(state, command, actor, ctx);
    case 'AcceptHandOver':
      return decideAccept(state, command, actor, ctx);
    case 'DeclineHandOver':
      return decideDecline(state, command, actor, ctx);
    case 'CancelHandOver':
      return decideCancel(state, command, actor, ctx);
  }
}
