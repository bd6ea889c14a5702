import type { PartyRole } from '../../people/roles';
import type { Policy } from '../../policy/policy';
import type { Deadline } from '../../shared/deadline';
import type { Contact, Facts, Party } from '../../shared/facts';
import { closeDeadline } from '../../shared/make-deadline';
import { refuse } from '../../shared/result';
import { leadOf } from '../project-rule';
import type { ProjectEvent } from '../project.events';
import { nothingSet, type Given } from './change-set';
import type { ChangeType } from './change-types';
import type { CheckSetting, FieldRule, FrozenItem, Refusal, Running } from './field-rule';

/** What an organization may join as. The lead changes by its own type; who hosts the workshop is what was awarded. */
const mayJoinAs: ReadonlySet<string> = new Set<PartyRole>(['PARTICIPANT', 'ENTERPRISE', 'MINISTRY', 'SUPPORTER']);

function partyOf({ parties }: Running, organizationId: string): Running['parties'][number] | undefined {
  return parties.find((one) => one.organizationId === organizationId);
}

/** Who acts for an organization that joins: he signs for it and is asked first. */
function acts(personId: string, organizationId: string, country: Contact['country']): Contact {
  const marks = { primary: true, legalRepresentative: true, lead: false, officeHead: false };
  return { personId, organizationId, country, rights: ['view', 'edit', 'sign'], ...marks };
}

/** The organization with its people: as it leaves, or as the register knows the one that joins. */
function withPeople(state: Running, organizationId: string, asked: FrozenItem, facts: Facts): Given {
  const present = partyOf(state, organizationId);
  if (present !== undefined)
    return { party: { party: present, contacts: state.contacts.filter((one) => one.organizationId === organizationId) } };
  const known = facts.organizations?.[organizationId];
  const person = facts.people?.[String(asked.personId)];
  if (known === undefined || person?.organizationId !== organizationId || !mayJoinAs.has(String(asked.new))) return {};
  const { country, inYunnan } = known;
  const party = { organizationId, role: asked.new as PartyRole, country, inYunnan };
  return { party: { party, contacts: [acts(person.personId, organizationId, country)] } };
}

function joinRefusal(state: Running, organizationId: string, value: string, { party }: Given): Refusal | undefined {
  if (!mayJoinAs.has(value)) return refuse('CHANGE_VALUE', 'nobody joins as this', { role: value });
  if (partyOf(state, organizationId) !== undefined) return refuse('ALREADY_DONE', 'it is a party', { organizationId });
  return party === undefined ? refuse('UNKNOWN_OBJECT', 'name the organization and who acts for it', { organizationId }) : undefined;
}

function leaveRefusal(state: Running, organizationId: string): Refusal | undefined {
  const role = partyOf(state, organizationId)?.role;
  return role === 'LEAD' || role === 'HOST' ? refuse('CHANGE_VALUE', 'lead and host do not leave', { role }) : undefined;
}

/** What waits for an organization that leaves waits no more; what it still has to sign is closed with the signing. */
function noMoreAsked({ deadlines }: Running, organizationId: string): Deadline[] {
  return deadlines.filter((one) => one.owner.organizationId === organizationId && one.ladder !== 'amendmentSign');
}

/** An organization as a party of the project: it joins in a role, or leaves. */
const party: FieldRule = {
  kind: 'amendment',
  type: 'partner-out',
  typeFor: (value): ChangeType => (value === nothingSet ? 'partner-out' : 'partner-in'),
  input: 'partner-out',
  keys: ({ parties }) => parties.map((one) => one.organizationId),
  read: (state, organizationId) => partyOf(state, organizationId)?.role ?? nothingSet,
  freeze: withPeople,
  locked: (state, organizationId) => leaveRefusal(state, organizationId),
  refusal: (state, organizationId, value, { given }) =>
    value === nothingSet ? undefined : joinRefusal(state, organizationId, value, given),
  set: ({ parties, contacts }, organizationId, value, { party: frozen }) => {
    if (value !== nothingSet && frozen !== undefined)
      return { parties: [...parties, frozen.party], contacts: [...contacts, ...frozen.contacts] };
    return {
      parties: parties.filter((one) => one.organizationId !== organizationId),
      contacts: contacts.filter((one) => one.organizationId !== organizationId),
    };
  },
  moves: (state, organizationId, value) =>
    value === nothingSet
      ? noMoreAsked(state, organizationId).flatMap((one) => closeDeadline(state, one.ladder, one.object, 'withdrawn'))
      : [],
};

/** The place in the form from which an organization is named that joins. */
const joining: FieldRule = { ...party, type: 'partner-in', input: 'partner-in', keys: () => ['-'] };

/** The organization of a person who may lead: one of another party. */
function organizationOf({ contacts }: Running, personId: string): string {
  return contacts.find((one) => one.personId === personId)?.organizationId ?? '';
}

/** Under the lead that is asked for there must be no other project of the same host and field. */
function duplicateRefusal({ similar }: Facts): Refusal | undefined {
  const same = similar?.find((one) => one.likeness === 'lead+host+field');
  if (same === undefined) return undefined;
  return refuse(same.active ? 'DUPLICATE_ACTIVE_PROJECT' : 'DUPLICATE_IN_CALL', 'same lead, host and field', { reference: same.reference });
}

function leadRefusal(state: Running, personId: string, { policy: { eligibility }, facts }: CheckSetting): Refusal | undefined {
  const next = partyOf(state, organizationOf(state, personId));
  if (next === undefined || next.role === 'LEAD' || next.role === 'HOST')
    return refuse('UNKNOWN_OBJECT', 'this is nobody of a partner', { personId });
  const { country } = next;
  if (!eligibility.leadCountries.includes(country)) return refuse('NOT_ELIGIBLE', 'its country cannot lead', { country });
  return state.type === 'upgrade' ? undefined : duplicateRefusal(facts);
}

/** What the lead owed is owed by who leads now; its dates stay. */
function owedByNext(state: Running, personId: string): ProjectEvent[] {
  const organizationId = organizationOf(state, personId);
  const before = leadOf(state).organizationId;
  return state.deadlines
    .filter(({ owner, ladder }) => owner.organizationId === before && ladder !== 'amendmentSign')
    .map((one) => ({ type: 'DeadlineMoved', deadline: { ...one, owner: { ...one.owner, organizationId } }, from: one.dueOn }));
}

/** Who leads: a partner takes the place of the lead, and the lead that of the partner. Named by the person who leads the project from then on. */
const lead: FieldRule = {
  kind: 'amendment',
  type: 'lead',
  input: 'lead',
  keys: () => ['-'],
  read: ({ contacts }) => contacts.find((one) => one.lead)?.personId,
  refusal: (state, _key, value, ctx) => leadRefusal(state, value, ctx),
  set: (state, _key, value) => {
    const next = organizationOf(state, value);
    const { role } = partyOf(state, next) as Party;
    const roleOf = (one: Running['parties'][number]): PartyRole =>
      one.organizationId === next ? 'LEAD' : one.role === 'LEAD' ? role : one.role;
    return {
      parties: state.parties.map((one) => ({ ...one, role: roleOf(one) })),
      contacts: state.contacts.map((one) => ({ ...one, lead: one.personId === value })),
    };
  },
  moves: (state, _key, value) => owedByNext(state, value),
};

/** Whether an amendment would leave fewer partners or countries than a project of the call must have. */
export function tooFewParties({ parties }: Running, types: readonly ChangeType[], { eligibility }: Policy): Refusal | undefined {
  if (!types.includes('partner-out')) return undefined;
  const roles = Object.entries(eligibility.minParties).filter(([role, least]) => parties.filter((one) => one.role === role).length < least);
  if (roles.length > 0) return refuse('PARTNER_MINIMUM', 'partners are missing', { roles: roles.map(([role]) => role) });
  const countries = [...new Set(parties.map((one) => one.country))];
  const least = eligibility.minCountries;
  return countries.length < least ? refuse('PARTNER_MINIMUM', 'partners of more countries are needed', { countries, least }) : undefined;
}

/** What the parties may amend about themselves. */
export const partyFields: Readonly<Record<string, FieldRule>> = {
  'parties/*/role': party,
  'parties/joining': joining,
  'parties/lead': lead,
};
