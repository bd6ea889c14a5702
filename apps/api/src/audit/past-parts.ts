import { openTasks, type Instant, type OpenTask, type PastMoment, type ProjectState } from '@app/domain';
import type { MailLine } from '@app/persistence';
import type { z } from 'zod';
import type { Names } from '../http/names';
import { seesEvent } from '../project/event-sight';
import type { actorOf } from '../auth/signed-in';
import type { pastComparison, pastProject } from './past.schemas';

type Past = z.output<typeof pastProject>;
type Actor = ReturnType<typeof actorOf>;
type Moment = z.output<typeof pastComparison>['from'];

const isTold = (actor: Actor, rule: string): boolean => seesEvent(actor, { type: 'ReminderIssued', rule });

/** A moment by itself: when, between which entries, and where the project stood. */
export function momentOf({ state, rev, from, until }: PastMoment, at: Instant): Moment {
  const { stage, subState, policyVersion } = state;
  return { rev, at, from, until: until ?? null, stage, subState, policyVersion };
}

/** Deadlines that were open then, of those the reader is told of, the earliest first. */
export function deadlinesThen(actor: Actor, { deadlines }: ProjectState, at: Instant): Past['deadlines'] {
  return deadlines
    .filter((one) => one.ladder !== 'clock' && isTold(actor, one.ladder))
    .sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1))
    .map(({ ladder, object, dueOn, endsAt, zone, owner, because, policyKey, article }) => ({
      ...{ ladder, object, dueOn, endsAt, zone, because, policyKey },
      ownerRole: owner.role,
      overdue: endsAt <= at,
      ...(article === undefined ? {} : { article }),
    }));
}

/** What was asked of people then, of what the reader is told of; the people by name. */
export function tasksThen(actor: Actor, inSight: ProjectState, names: Names): Past['tasks'] {
  return openTasks(inSight)
    .filter((task) => task.ladder === undefined || isTold(actor, task.ladder))
    .map((task) => taskThen(task, names));
}

function taskThen({ key, ladder, object, command, dueOn, people, roles }: OpenTask, names: Names): Past['tasks'][number] {
  return {
    ...{ key, object, roles },
    ladder: ladder ?? null,
    command: command ?? null,
    dueOn: dueOn ?? null,
    people: people.map((id) => names.people[id]?.fullName ?? ''),
  };
}

/** A mail that left, with the instant in the project's own time: where that runs apart from the wall's, the earliest it might leave. */
export interface LeftMail extends Omit<MailLine, 'sendAfter' | 'doneAt'> {
  sentAt: Instant;
}

/** Mails that have left, the newest first. */
export function leftMails(lines: readonly MailLine[], { clock }: Pick<ProjectState, 'clock'>): LeftMail[] {
  return lines
    .flatMap(({ sendAfter, doneAt, ...line }) => {
      const at = clock.kind === 'real' ? doneAt : sendAfter;
      return line.word === 'delivered' && at !== null ? [{ ...line, sentAt: at.toISOString() }] : [];
    })
    .sort((a, b) => (a.sentAt > b.sentAt ? -1 : 1));
}

/** Mails that left after an instant (from the beginning when there is none) and until another one (until now when there is none). */
export function mailsThen(mails: readonly LeftMail[], after: Instant | undefined, until: Instant | undefined, names: Names): Past['mails'] {
  return mails
    .filter((mail) => (after === undefined || mail.sentAt > after) && (until === undefined || mail.sentAt <= until))
    .map(({ id, notification, subject, personId, role, copy, sentAt }) => ({
      ...{ id, notification, subject, personId, role, copy, sentAt },
      personName: names.people[personId]?.fullName ?? '',
    }));
}
