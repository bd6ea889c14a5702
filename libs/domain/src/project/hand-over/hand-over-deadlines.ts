import type { DecideContext } from '../../shared/decision';
import type { Country, LocalDate } from '../../shared/local-date';
import { closeDeadline, setDeadline } from '../../shared/make-deadline';
import { dayClock } from '../day-clock';
import type { ProjectEvent } from '../project.events';
import { contractSet } from '../project-rule';
import type { HandOver, ProjectState } from '../project.state';
import { clocksOf, effectOf } from './offers';

/** Where an offer's new holder works. */
interface Place {
  organizationId?: string;
  country: Country;
}

/** The time to answer (`admin.handOverAnswer`); unanswered it lapses three working days later, after both escalations (default). */
export function answerDeadline(state: ProjectState, offer: HandOver, place: Place, ctx: DecideContext): ProjectEvent {
  const { organizationId, country } = place;
  const policyKey = 'admin.handOverAnswer';
  const role = offer.role === 'officer' ? 'CO' : 'AC';
  return setDeadline(
    {
      ladder: 'handOver',
      object: offer.handOverId,
      period: ctx.policy.admin.handOverAnswer,
      set: contractSet(country, ctx.policy),
      policyKey,
      owner: { role, personId: offer.to, ...(organizationId === undefined ? {} : { organizationId }) },
      country,
      runsOnHold: true,
      consequences: [{ code: 'lapse-hand-over', policyKey, afterDue: '3wd' }],
    },
    state,
    ctx,
  );
}

/** The clock by which an accepted hand-over takes effect when its day begins. */
export function effectClock(state: ProjectState, handOverId: string, on: LocalDate, ctx: DecideContext): ProjectEvent {
  const clock = {
    object: effectOf(handOverId),
    on,
    code: 'take-over',
    policyKey: 'admin.handOverAnswer',
    owner: 'CO',
    runsOnHold: true,
  } as const;
  return dayClock(clock, state, ctx);
}

/** Events that end whatever of an offer is still running. */
export function clocksOver(state: ProjectState, handOverId: string, why: 'met' | 'over' | 'withdrawn'): ProjectEvent[] {
  return clocksOf(handOverId).flatMap(({ ladder, object }) => closeDeadline(state, ladder, object, why));
}
