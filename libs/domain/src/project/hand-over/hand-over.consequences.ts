import type { ProjectEvent } from '../project.events';
import type { Consequences } from '../consequence-rule';
import { clocksOver } from './hand-over-deadlines';
import { clocksOf, stillHolds } from './offers';
import { tookEffect } from './take-over';
import type { HandOver, ProjectState } from '../project.state';

/** The offer whose clock this is. */
function offersBehind({ handOvers = [] }: ProjectState, object: string): HandOver[] {
  return handOvers.filter((one) => clocksOf(one.handOverId).some((clock) => clock.object === object));
}

function lapsed(state: ProjectState, { handOverId, from, to }: HandOver, at: string): ProjectEvent[] {
  return [{ type: 'HandOverLapsed', handOverId, from, to, at }, ...clocksOver(state, handOverId, 'over')];
}

/** What the clock does about hand-overs: it ends an offer nobody answered, and puts the new holder into the place on the day. */
export const handOverConsequences: Consequences = {
  'lapse-hand-over': (state, { object }, { now }) => offersBehind(state, object).flatMap((offer) => lapsed(state, offer, now)),
  'take-over': (state, { object }, ctx) =>
    offersBehind(state, object).flatMap((offer) =>
      stillHolds(offer, state)
        ? [...clocksOver(state, offer.handOverId, 'met'), tookEffect(state, offer, ctx)]
        : lapsed(state, offer, ctx.now),
    ),
};
