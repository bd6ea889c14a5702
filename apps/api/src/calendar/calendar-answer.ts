import { calendarFaults, cannotConfirm, cannotPropose } from '@app/domain';
import { calendarYear, deadlinesPassing, findAct, proposerRoles, type CalendarDraft, type Sql } from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import type { calendarDraftAnswer, calendarList } from './calendars.schemas';

type Answer = z.output<typeof calendarDraftAnswer>;

/** A draft as a list tells it. */
export function draftLineOf(draft: CalendarDraft): z.output<typeof calendarList>['drafts'][number] {
  const { id, country, year, state, rev, proposed, authorName, updatedAt } = draft;
  return { id, country, year, state, rev, proposed, authorName, updatedAt: updatedAt.toISOString() };
}

/** A draft as its page shows it: its days, what is wrong with them, what they touch, and what the reader may do about it. */
export async function draftAnswerOf(
  db: Sql,
  { draft, person, mayEdit }: { draft: CalendarDraft; person: SignedIn; mayEdit: boolean },
  language: SpokenLanguage,
): Promise<Answer> {
  const before = (await calendarYear(db, draft.country, draft.year))?.days ?? [];
  const faults = calendarFaults(draft.year, draft.days);
  const isDraft = draft.state === 'draft';
  const touched = isDraft ? await deadlinesPassing(db, draft.country, changedDates(before, draft.days)) : { deadlines: 0, projects: 0 };
  const free = isDraft && !draft.proposed;
  return {
    ...draftLineOf(draft),
    ...{ source: draft.source, days: draft.days, before, touched },
    faults: faults.map((one) => ({ ...one, ...problemSentence(one.code, language, { date: one.date }) })),
    mayEdit: mayEdit && free,
    mayPropose: free && faults.length === 0 && cannotPropose(['AD'], person.roles).length === 0,
    proposal: await proposalOf(db, draft, person),
  };
}

/** Days that one list has and the other has not, or otherwise. */
function changedDates(before: CalendarDraft['days'], after: CalendarDraft['days']): string[] {
  const lines = (days: CalendarDraft['days']): Set<string> => new Set(days.map(({ date, kind }) => `${date} ${kind}`));
  const [old, young] = [lines(before), lines(after)];
  const changed = [...old].filter((one) => !young.has(one)).concat([...young].filter((one) => !old.has(one)));
  return [...new Set(changed.map((one) => one.slice(0, 10)))];
}

async function proposalOf(db: Sql, draft: CalendarDraft, person: SignedIn): Promise<Answer['proposal']> {
  const act = draft.proposalId === null ? undefined : await findAct(db, draft.proposalId);
  if (act === undefined) return null;
  const mine = act.actorId === person.personId;
  const lacks = cannotConfirm(['AD'], await proposerRoles(db, act), person.roles).length > 0;
  const moved = act.resultValues?.['moved'];
  return {
    ...{ id: act.id, state: act.state, reason: act.reason, actorName: act.actorName, mine },
    mayConfirm: act.state === 'proposed' && !mine && !lacks && !draft.editors.includes(person.personId),
    moved: typeof moved === 'number' ? moved : null,
  };
}
