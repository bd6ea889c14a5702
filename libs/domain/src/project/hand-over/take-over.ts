import type { Deadline } from '../../shared/deadline';
import type { DecideContext } from '../../shared/decision';
import type { Contact } from '../../shared/facts';
import { takenOver } from '../control/taken-over';
import type { HandOver, ProjectState } from '../project.state';
import type { HandOverEvent } from './hand-over.events';

/** Deadlines that the old holder owed by name in this place; who judges a file as an expert does so for himself. */
function owedBy({ role, from }: HandOver, deadline: Deadline): boolean {
  const { owner, ladder } = deadline;
  if (owner.personId !== from || ladder === 'handOver' || owner.role === 'EX') return false;
  return (owner.role === 'CO') === (role === 'officer');
}

function contactAfter({ role, from, to }: HandOver, { contacts }: ProjectState): Contact | undefined {
  const leaving = contacts.find((one) => one.personId === from);
  if (role === 'officer' || leaving === undefined) return undefined;
  return takenOver(
    leaving,
    to,
    contacts.find((one) => one.personId === to),
  );
}

/** The new holder stands in the place: his are the tasks and the mails from now on, those owed by name too. */
export function tookEffect(state: ProjectState, offer: HandOver, { now: at }: Pick<DecideContext, 'now'>): HandOverEvent {
  const { handOverId, role, from, to } = offer;
  const contact = contactAfter(offer, state);
  const deadlines = state.deadlines.filter((one) => owedBy(offer, one)).map((one) => ({ ...one, owner: { ...one.owner, personId: to } }));
  return { type: 'HandOverTookEffect', handOverId, role, from, to, ...(contact === undefined ? {} : { contact }), deadlines, at };
}
