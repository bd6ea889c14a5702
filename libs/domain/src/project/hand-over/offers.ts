import type { HandOver, ProjectState } from '../project.state';

type Held = Pick<ProjectState, 'handOvers'>;

/** The offer with this id, if it is open. */
export function offerWith(id: string, { handOvers = [] }: Held): HandOver | undefined {
  return handOvers.find((one) => one.handOverId === id);
}

/** Whether this person was asked to take a place over and has not answered. */
export function isAsked(personId: string, { handOvers = [] }: Held): boolean {
  return handOvers.some((one) => one.to === personId && one.acceptedAt === undefined);
}

/** People outside who were asked to become a contact: they may read what they are to take over. */
export function askedContacts({ handOvers = [] }: Held): string[] {
  return handOvers.filter((one) => one.role === 'contact').map((one) => one.to);
}

/** Whether the old holder still holds the place: somebody may have put another there meanwhile. */
export function stillHolds({ role, from }: HandOver, state: ProjectState): boolean {
  return role === 'officer' ? state.officerId === from : state.contacts.some((one) => one.personId === from && !one.lead);
}

/** Names of the two deadlines of an offer: the answer, and the day it takes effect. */
export function clocksOf(handOverId: string): { ladder: 'handOver' | 'clock'; object: string }[] {
  return [
    { ladder: 'handOver', object: handOverId },
    { ladder: 'clock', object: effectOf(handOverId) },
  ];
}

/** Name of the clock of the day from which the new holder counts. */
export function effectOf(handOverId: string): string {
  return `hand-over-${handOverId}`;
}
