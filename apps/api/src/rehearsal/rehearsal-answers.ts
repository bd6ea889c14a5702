import { canReadContent, openTasks, type CallState, type ProjectState } from '@app/domain';
import type { CopyLine, LineInSight, MailInSight, Move, Rehearsal } from '@app/persistence';
import { mailWords, problemSentence, type SentenceValues, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import type { Names } from '../http/names';
import { seesEvent } from '../project/event-sight';
import { explainEvent, nameOf } from '../project/explain-event';
import type { rehearsalAnswer, rehearsalCopies, rehearsalLines, rehearsalMails } from './rehearsals.schemas';

type Answer = z.output<typeof rehearsalAnswer>;
type Copy = z.output<typeof rehearsalCopies>['items'][number];
type Line = z.output<typeof rehearsalLines>['items'][number];
type Mail = z.output<typeof rehearsalMails>['items'][number];

function lastOf({ kind, state, from, until, steps, code, codeValues }: Move, language: SpokenLanguage): Answer['last'] {
  const values = (codeValues ?? {}) as SentenceValues;
  const because = typeof values['because'] === 'string' ? problemSentence(values['because'], language, values).says : undefined;
  const sentence = code === null ? null : [problemSentence(code, language, values).says, because].filter(Boolean).join(' ');
  return { kind, state, from: from.toISOString(), until: until?.toISOString() ?? null, steps, code, sentence };
}

/** A rehearsal in the reader's words. */
export function rehearsalOf(room: Rehearsal, last: Move | undefined, language: SpokenLanguage): Answer {
  const { id, source, sourceReference, policyVersion, policyName, openedByName, reason, rev, copies, waiting, sent } = room;
  return {
    ...{ id, source, sourceReference, policyVersion, policyName, openedByName, reason, rev, copies, waiting, sent },
    openedAt: room.openedAt.toISOString(),
    startsAt: room.startsAt.toISOString(),
    now: room.now.toISOString(),
    keepUntil: room.keepUntil.toISOString(),
    last: last === undefined ? null : lastOf(last, language),
  };
}

/** A copy with its open deadlines that the reader may know. */
export function copyOf(person: SignedIn, copy: CopyLine, names: Names, language: SpokenLanguage): Copy {
  const { kind, id, reference, steps, nextAt } = copy;
  const state = copy.state as ProjectState | CallState;
  const actor = actorOf(person);
  // What was written is sealed in a copy as it is in its original.
  const sealed = state.kind === 'project' && !canReadContent(actor, state);
  const { titleZh, titleEn } = sealed ? { titleZh: '', titleEn: '' } : copy;
  const seen = state.deadlines.filter((one) => one.ladder !== 'clock' && seesEvent(actor, { type: 'DeadlineSet', rule: one.ladder }));
  return {
    ...{ kind, id, reference, titleZh, titleEn, steps, policyVersion: state.policyVersion },
    ...(state.kind === 'project' ? { stage: state.stage, subState: state.subState } : { stage: 'call', subState: state.subState }),
    nextAt: nextAt?.toISOString() ?? null,
    deadlines: seen
      .map(({ ladder, object, dueOn }) => ({ ladder, object, dueOn, says: mailWords[language].ladders[ladder]?.act ?? ladder }))
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    tasks: tasksOf(person, state, (personId) => nameOf(personId, names, language)),
  };
}

/** What is asked of people in a copy, of what the reader is told of. */
function tasksOf(person: SignedIn, state: ProjectState | CallState, named: (personId: string) => string): Copy['tasks'] {
  const actor = actorOf(person);
  return openTasks(state)
    .filter((task) => task.ladder === undefined || seesEvent(actor, { type: 'DeadlineSet', rule: task.ladder }))
    .map(({ key, ladder, command, people, roles }) => ({
      ...{ key, ladder: ladder ?? null, command: command ?? null, people: people.map(named), roles },
    }));
}

/** Everybody whom a copy asks for something. */
export function askedIn(copy: CopyLine): string[] {
  return openTasks(copy.state as ProjectState | CallState).flatMap((task) => task.people);
}

/** What happened at once to a copy, as the reader may know it; nothing when he may know nothing of it. */
export function lineOf(person: SignedIn, line: LineInSight, names: Names, language: SpokenLanguage): Line[] {
  const { no, at, kind, id, reference, command, actorId } = line;
  const events = line.events.filter((event) => seesEvent(actorOf(person), event)).map((event) => explainEvent(event, names, language));
  if (events.length === 0) return [];
  const by = actorId === null ? null : nameOf(actorId, names, language);
  return [{ no, at: at.toISOString(), kind, id, reference, command, by, events }];
}

/** Whether a reader may know of a mail of such a rule. */
export function seesMail(person: SignedIn, { intent }: Pick<MailInSight, 'intent'>): boolean {
  return seesEvent(actorOf(person), { type: 'ReminderIssued', rule: intent.rule });
}

/** A mail in the reader's words. */
export function mailOf(mail: MailInSight, language: SpokenLanguage): Mail {
  const { no, kind, id, reference, intent, personId, role, isCopy: copy, held, zone, state, why, withNo, languages, subject } = mail;
  const { ladders, codes } = mailWords[language];
  return {
    ...{ no, kind, id, reference, personId, role, copy, held, language: mail.language, zone, state, why, languages, subject },
    ...{ notification: intent.kind, object: intent.object, step: intent.step },
    what: ladders[intent.rule]?.act ?? codes[intent.kind] ?? intent.rule,
    name: language === 'zh-CN' || mail.name === mail.latinName ? mail.name : mail.latinName,
    sendAt: mail.sendAt.toISOString(),
    leftAt: mail.leftAt?.toISOString() ?? null,
    inDigest: withNo !== null,
  };
}
