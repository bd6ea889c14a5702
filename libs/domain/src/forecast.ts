import type { Calendars } from './calendar/calendar-table';
import type { Policy } from './policy/policy';
import type { NotificationIntent } from './notification/notification-kinds';
import { system } from './people/roles';
import type { Command, DecideContext } from './shared/decision';
import type { Decider } from './decider';
import type { Instant } from './shared/local-date';
import type { Occurrence } from './shared/occurrence';

/** One step of what will happen if nobody acts. */
export interface ForecastLine<E> {
  occurrence: Occurrence;
  /** Real or virtual time of the step, in the entity's own time. */
  at: Instant;
  events: E[];
  notifications: NotificationIntent[];
}

/** What a forecast needs beside the state. */
export interface ForecastSetting {
  policy: Policy;
  calendars: Calendars;
  until: Instant;
  /** Stops runaway plans; a forecast that reaches it is cut there. */
  maxSteps?: number;
}

/** What will happen until an instant, and where that leaves the entity. */
export interface Foreseen<S, E> {
  lines: ForecastLine<E>[];
  state: S;
}

/**
 * What will happen if nobody acts: repeats "take the first occurrence, decide the wake-up, evolve" in memory until the horizon, by the very functions that
 * will do it. Writes nothing.
 */
export function foresee<S, C extends Command, E extends { type: string }>(
  decider: Pick<Decider<S, C, E>, 'decide' | 'evolve' | 'plan' | 'notifications'>,
  entityId: string,
  start: S,
  setting: ForecastSetting,
): Foreseen<S, E> {
  const lines: ForecastLine<E>[] = [];
  let state = start;
  for (let step = 0; step < (setting.maxSteps ?? 2_000); step += 1) {
    const occurrence = decider.plan(state, setting.policy, setting.calendars)[0];
    if (occurrence === undefined || occurrence.at > setting.until) break;
    const ctx: DecideContext = {
      entityId,
      now: occurrence.at,
      commandId: `forecast/${step}`,
      actor: system,
      policy: setting.policy,
      calendars: setting.calendars,
      facts: {},
      taken: {},
    };
    const decision = decider.decide(state, { type: 'Wake', payload: {} } as C, ctx);
    if (!decision.ok || decision.events.length === 0) break;
    state = decision.events.reduce((folded, event) => decider.evolve(folded, event), state);
    // Told from the state after the whole decision, as commit does: a mail names the deadline that the same decision set.
    const after = state;
    const notifications: NotificationIntent[] = decision.events.flatMap((event) => decider.notifications(event, after, setting.policy));
    lines.push({ occurrence, at: occurrence.at, events: decision.events, notifications });
  }
  return { lines, state };
}

/** The lines of `foresee`. */
export function forecast<S, C extends Command, E extends { type: string }>(
  decider: Pick<Decider<S, C, E>, 'decide' | 'evolve' | 'plan' | 'notifications'>,
  entityId: string,
  start: S,
  setting: ForecastSetting,
): ForecastLine<E>[] {
  return foresee(decider, entityId, start, setting).lines;
}
