import { parseLocalDate } from '../calendar/local-dates';
import { formalZone, localDateOf } from '../calendar/zone';
import type { DecideContext } from '../shared/decision';
import type { LocalDate } from '../shared/local-date';
import { refuse, type Violation } from '../shared/result';

/** Today in the formal zone, by the entity's own time; the latest local date of the six countries. */
export function todayOf(ctx: Pick<DecideContext, 'now'>): LocalDate {
  return localDateOf(ctx.now, formalZone);
}

/**
 * Refuses the date of a thing said to have happened: no date (`NOT_A_DATE`, `LOOKS_BUDDHIST_YEAR`), later than today (`DATE_IN_FUTURE`), or
 * earlier than what must have come before it (`DATE_IN_PAST`).
 */
export function happenedOnRefusal(
  date: LocalDate,
  notBefore: LocalDate,
  ctx: Pick<DecideContext, 'now'>,
): { ok: false; violation: Violation } | undefined {
  const parsed = parseLocalDate(date);
  if (!parsed.ok) return parsed;
  const latest = todayOf(ctx);
  if (date > latest) return refuse('DATE_IN_FUTURE', 'this has not happened yet', { date, latest });
  if (date < notBefore) return refuse('DATE_IN_PAST', 'this cannot have happened before', { date, earliest: notBefore });
  return undefined;
}
