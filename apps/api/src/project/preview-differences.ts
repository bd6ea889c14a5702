import type { Deadline, ProjectState } from '@app/domain';
import type { z } from 'zod';
import type { ForecastMail } from './forecast-mails';
import type { previewAnswer } from './preview.schemas';

type Preview = z.output<typeof previewAnswer>;
type DatePreview = Preview['dates'][number];
type MailPreview = Preview['mails'][number];

/** A mail that is going to be sent, and what it is about. */
export interface ComingMail extends ForecastMail {
  notification: string;
  rule: string;
  object: string;
  step: string;
}

function shownDate({ dueOn, frozen }: Deadline): string {
  return `${dueOn}${frozen === undefined ? '' : '/stopped'}`;
}

function conflictOf({ dueOn, because }: Deadline, { mou, stage, construction }: ProjectState, today: string): DatePreview['conflict'] {
  const isAfter = (end: string | undefined): boolean => end !== undefined && dueOn > end;
  if (dueOn < today) return 'past';
  if (isAfter(mou?.expiresOn)) return 'after-expiry';
  if (stage === 'construction' && isAfter(construction?.endsOn)) return 'after-construction';
  return because.provisionalYears.length > 0 ? 'no-calendar' : null;
}

/** What a deadline would be, with its arithmetic. */
function wouldBe(
  { dueOn, frozen, because, policyKey, article }: Deadline,
  conflict: DatePreview['conflict'],
): Omit<DatePreview, 'ladder' | 'object' | 'from'> {
  return { to: dueOn, stopped: frozen !== undefined, because, policyKey, ...(article === undefined ? {} : { article }), conflict };
}

const gone = { to: null, stopped: false, because: null, policyKey: null, conflict: null };

/** Deadlines that come, go, stop, run on or move from one state to another, those of the clock alone left out. */
export function dateDifferences(before: ProjectState, after: ProjectState, today: string): DatePreview[] {
  const keyOf = ({ ladder, object }: Deadline): string => `${ladder}/${object}`;
  const asked = (state: ProjectState): Deadline[] => state.deadlines.filter((one) => one.ladder !== 'clock');
  const old = new Map(asked(before).map((one) => [keyOf(one), one]));
  const kept = new Set(asked(after).map(keyOf));
  const changed = asked(after).filter((one) => {
    const from = old.get(keyOf(one));
    return from === undefined || shownDate(from) !== shownDate(one);
  });
  return [
    ...changed.map((one) => ({
      ...{ ladder: one.ladder, object: one.object, from: old.get(keyOf(one))?.dueOn ?? null },
      ...wouldBe(one, one.frozen === undefined ? conflictOf(one, after, today) : null),
    })),
    ...asked(before)
      .filter((one) => !kept.has(keyOf(one)))
      .map(({ ladder, object, dueOn }) => ({ ladder, object, from: dueOn, ...gone })),
  ];
}

/** Reminders are the same by their step; what follows from an event is the same by what it is about, in its order. */
function numbered(mails: readonly ComingMail[]): Map<string, ComingMail> {
  const seen = new Map<string, number>();
  const found = new Map<string, ComingMail>();
  for (const mail of mails) {
    const isStep = mail.notification === 'reminder' || mail.notification === 'escalation';
    const key = [mail.rule, mail.object, isStep ? mail.step : '', mail.personId].join('/');
    const no = (seen.get(key) ?? 0) + 1;
    seen.set(key, no);
    found.set(`${key}/${no}`, mail);
  }
  return found;
}

/** Mails that come, go or move, in the order in which they would leave. */
export function mailDifferences(before: readonly ComingMail[], after: readonly ComingMail[]): MailPreview[] {
  const [old, now] = [numbered(before), numbered(after)];
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  const lines = keys.flatMap((key): MailPreview[] => {
    const [from, to] = [old.get(key), now.get(key)];
    const known = to ?? from;
    if (known === undefined || from?.sendAt === to?.sendAt) return [];
    const { personId, name, latinName, role, copy, language, zone, notification, rule, object } = known;
    const who = { personId, name, latinName, role, copy, language, zone };
    return [{ ...who, notification, rule, object, from: from?.sendAt ?? null, to: to?.sendAt ?? null }];
  });
  const instantOf = (line: MailPreview): string => line.to ?? line.from ?? '';
  return lines.sort((a, b) => (instantOf(a) < instantOf(b) ? -1 : 1));
}
