import type { HandOverEvent } from '../project/hand-over/hand-over.events';
import type { ProjectState } from '../project/project.state';
import { openDeadline } from './intent';
import type { NotificationIntent, NotificationKind } from './notification-kinds';
import { nobody, say, type Notices } from './project-notices';

/** A mail of a hand-over to one of the two, by name; the people at work read along. */
function handedOver(
  event: { handOverId: string; from: string; to: string; at: string },
  state: ProjectState,
  kind: NotificationKind,
  personId: string,
  more: { effectiveOn?: string } = {},
): NotificationIntent[] {
  const { handOverId: object, from, to, at } = event;
  const owner = { role: 'owner' as const, personId };
  return say(state, { kind, audience: 'handOver', owner, object, at, values: { personId: from, successorId: to, ...more } });
}

/** What handing a place over tells: who is asked, and the old holder what came of it. */
export const handOverNotices: { [T in HandOverEvent['type']]: Notices<T> } = {
  HandOverOffered: ({ handOver: { from, to, handOverId, effectiveOn, note }, at }, state) =>
    say(state, {
      kind: 'hand-over-offered',
      audience: 'handOver',
      owner: { role: 'owner', personId: to },
      object: handOverId,
      at,
      deadline: openDeadline(state, 'handOver', handOverId),
      values: { personId: from, successorId: to, reasonTextId: note.textId, ...(effectiveOn === undefined ? {} : { effectiveOn }) },
      action: 'AcceptHandOver',
    }),
  HandOverAccepted: (event, state) =>
    handedOver(event, state, 'hand-over-accepted', event.from, event.effectiveOn === undefined ? {} : { effectiveOn: event.effectiveOn }),
  HandOverDeclined: (event, state) => handedOver(event, state, 'hand-over-declined', event.from),
  HandOverCancelled: (event, state) => handedOver(event, state, 'hand-over-cancelled', event.to),
  HandOverLapsed: (event, state) => handedOver(event, state, 'hand-over-declined', event.from),
  // The yes has told from which day.
  HandOverTookEffect: nobody,
};
