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

function conflictOf({ dueOn, because }: Deadline, state: ProjectState, today: string): DatePreview['conflict'] {
  if (dueOn < today) return 'past';
  if (state.mou?.expiresOn !== undefined && dueOn > state.mou.expiresOn) return 'after-expiry';
  const isWork = state.stage === 'construction' && state.construction?.endsOn !== undefined;
  if (isWork && dueOn > (state.construction?.endsOn ?? '')) return 'after-construction';
  return because.provisionalYears.length > 0 ? 'no-calendar' : null;
}

/** Deadlines that come, go, stop, run on or move from one state to another, those of the clock alone left out. */
export function dateDifferences(before: ProjectState, after: ProjectState, today: string): DatePreview[] {
  const keyOf = ({ ladder, object }: Deadline): string => `${ladder}/${object}`;
  const asked = (state: ProjectState): Deadline[] => state.deadlines.filter((one) => one.ladder !== 'clock');
  const old = new Map(asked(before).map((one) => [keyOf(one), one]));
  const now = new Map(asked(after).map((one) => [keyOf(one), one]));
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.flatMap((key): DatePreview[] => {
    const [from, to] = [old.get(key), now.get(key)];
    if (from !== undefined && to !== undefined && shownDate(from) === shownDate(to)) return [];
    const known = to ?? from;
    if (known === undefined) return [];
    return [
      {
        ladder: known.ladder,
        object: known.object,
        from: from?.dueOn ?? null,
        to: to?.dueOn ?? null,
        stopped: to?.frozen !== undefined,
        because: to?.because ?? null,
        policyKey: to?.policyKey ?? null,
        ...(to?.article === undefined ? {} : { article: to.article }),
        conflict: to === undefined ? null : conflictOf(to, after, today),
      },
    ];
  });
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
