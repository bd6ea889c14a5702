import { calendarFaults, cannotConfirm, cannotPropose, type CalendarDay, type CalendarYear, type PersonId } from '@app/domain';
import { decideAct, findAct, openAct, type TechnicalAct } from '../engine/technical-acts';
import { proposerRoles, type PublicationOutcome, type Publisher } from '../policy/policy-publication';
import type { Sql } from '../sql';
import { calendarDraft, calendarYear, type CalendarDraft } from './calendar-drafts';
import { writeCalendarYear } from './calendar-reader';

/** Kind of the act by which a country's year is published; it runs until the dates of everything that runs are computed anew. */
export const calendarPublication = 'calendar.publish';

/** What is proposed: which draft, at which revision, why. */
export interface CalendarProposal {
  actId: string;
  draftId: string;
  seen: number;
  reason: string;
}

/** Proposes a draft to a second person, once under the act's key. An administrator and a head publish calendars, whichever proposes. */
export async function proposeCalendar(tx: Sql, proposal: CalendarProposal, by: Publisher): Promise<PublicationOutcome> {
  const { actId, draftId, seen, reason } = proposal;
  const draft = await lockedDraft(tx, draftId);
  if (draft === undefined) return { is: 'refused', code: 'NOT_FOUND' };
  const before = await standingOf(tx, draft);
  const whyNot = (await findAct(tx, actId)) === undefined ? whyNotProposed(draft, { seen, current: before.version, by }) : undefined;
  if (whyNot !== undefined) return whyNot;
  const opened = await openAct(tx, {
    ...{ id: actId, kind: calendarPublication, entity: null, door: by.door, actorId: by.personId, reason },
    ...{ asked: { draftId, rev: seen }, needsSecond: true },
    before: { country: draft.country, year: draft.year, version: before.version, days: linesOf(before.days) },
  });
  if (opened.is === 'key-reused') return { is: 'refused', code: 'KEY_REUSED' };
  if (opened.is === 'opened') await tx.query('UPDATE calendar_draft SET proposal_id = $2 WHERE id = $1', [draftId, actId]);
  return { is: 'act', act: opened.act };
}

/**
 * A second person decides. Confirmed, the table is written and the version of all calendars raised in the same transaction; the act runs on until the
 * caller has had the dates computed anew. Never by whoever proposed or wrote it. Decided again in the same way by the same person it is quiet.
 */
export async function decideCalendar(
  tx: Sql,
  draftId: string,
  verdict: 'confirm' | 'reject',
  by: Publisher & { personId: PersonId },
): Promise<PublicationOutcome> {
  const draft = await lockedDraft(tx, draftId);
  if (draft === undefined) return { is: 'refused', code: 'NOT_FOUND' };
  const act = await findAct(tx, draft.proposalId ?? noAct);
  if (act === undefined) return { is: 'refused', code: 'ACT_NOT_WAITING' };
  const whyNot = act.state === 'proposed' && verdict === 'confirm' ? await whyNotConfirmed(tx, { draft, act, by }) : undefined;
  if (whyNot !== undefined) return whyNot;
  const decided = await decideAct(tx, act.id, verdict, { personId: by.personId, door: by.door });
  if (decided.is === 'refused') return { is: 'refused', code: decided.code };
  if (decided.is === 'decided' && verdict === 'confirm') await publish(tx, draft);
  return { is: 'act', act: decided.act };
}

const noAct = '00000000-0000-0000-0000-000000000000';

/** The table that stands now; version 0 without days where there is none. */
async function standingOf(tx: Sql, { country, year }: CalendarDraft): Promise<Pick<CalendarYear, 'version' | 'days'>> {
  return (await calendarYear(tx, country, year)) ?? { version: 0, days: [] };
}

async function lockedDraft(tx: Sql, id: string): Promise<CalendarDraft | undefined> {
  await tx.query('SELECT FROM calendar_draft WHERE id = $1 FOR UPDATE', [id]);
  return calendarDraft(tx, id);
}

function whyNotProposed(
  draft: CalendarDraft,
  { seen, current, by }: { seen: number; current: number; by: Publisher },
): PublicationOutcome | undefined {
  if (draft.state !== 'draft') return { is: 'refused', code: 'DRAFT_CLOSED' };
  if (draft.rev !== seen) return { is: 'refused', code: 'STALE_REVISION', values: { expectedRev: seen, currentRev: draft.rev } };
  if (draft.proposed) return { is: 'refused', code: 'POLICY_PROPOSED' };
  if (draft.baseVersion !== current) return { is: 'refused', code: 'CALENDAR_MOVED_ON' };
  const [fault] = calendarFaults(draft.year, draft.days);
  if (fault !== undefined) return { is: 'refused', code: 'CALENDAR_INVALID', values: { date: fault.date } };
  return cannotPropose(['AD'], by.roles).length > 0 ? { is: 'refused', code: 'NOT_ALLOWED' } : undefined;
}

async function whyNotConfirmed(
  tx: Sql,
  { draft, act, by }: { draft: CalendarDraft; act: TechnicalAct; by: Publisher & { personId: PersonId } },
): Promise<PublicationOutcome | undefined> {
  if (act.actorId === by.personId || draft.editors.includes(by.personId)) return { is: 'refused', code: 'SAME_PERSON' };
  if (cannotConfirm(['AD'], await proposerRoles(tx, act), by.roles).length > 0) return { is: 'refused', code: 'CALENDAR_NEEDS_OTHER' };
  const current = (await standingOf(tx, draft)).version;
  return current === draft.baseVersion ? undefined : { is: 'refused', code: 'CALENDAR_MOVED_ON' };
}

async function publish(tx: Sql, { id, country, year, baseVersion, source, days }: CalendarDraft): Promise<void> {
  const table = { country, year, version: baseVersion + 1, days: days as CalendarDay[], ...(source === '' ? {} : { source }) };
  await writeCalendarYear(tx, table, `published ${country} ${year}`);
  await tx.query(`UPDATE calendar_draft SET state = 'published', updated_at = now() WHERE id = $1`, [id]);
}

/** Listed days as lines, for the record of an intervention. */
function linesOf(days: readonly { date: string; kind: string; name: string; status: string }[]): string[] {
  return days.map(({ date, kind, name, status }) => `${date} ${kind} ${name} (${status})`);
}
