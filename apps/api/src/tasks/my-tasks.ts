import { mayCommandCall, mayCommandProject, type Actor, type CallCommandType, type ProjectCommandType } from '@app/domain';
import type { OpenTaskRow } from '@app/persistence';
import type { z } from 'zod';
import type { openTasksAnswer } from './tasks.schemas';

type OpenTask = z.output<typeof openTasksAnswer>['items'][number];
type PersonActor = Extract<Actor, { kind: 'person' }>;

/** A task as its reader is told: what, for which project, by when, why, what happens else, and who else is asked. */
export function taskTold(actor: PersonActor, row: OpenTaskRow): OpenTask {
  const { kind, id, task, deadline } = row;
  return {
    key: task.key,
    entity: { kind, id },
    reference: row.reference,
    titleZh: row.titleZh,
    titleEn: row.titleEn,
    country: row.country,
    ladder: task.ladder ?? null,
    object: task.object,
    command: task.command ?? null,
    fixed: task.fixed,
    mine: mayAnswer(actor, row),
    ...datesOf(row),
    now: row.now.toISOString(),
    why: deadline === null ? null : whyOf(deadline),
    askedToo: task.people.filter((one) => one !== actor.personId),
    askedRoles: task.roles,
  };
}

function datesOf({ task, deadline, now }: OpenTaskRow): Pick<OpenTask, 'since' | 'dueOn' | 'endsAt' | 'overdue' | 'otherwise'> {
  return {
    since: deadline?.setAt ?? null,
    dueOn: task.dueOn ?? null,
    endsAt: task.endsAt ?? null,
    overdue: task.endsAt !== undefined && task.endsAt <= now.toISOString(),
    otherwise: deadline === null ? null : otherwise(deadline),
  };
}

function whyOf({ because, policyKey, article }: NonNullable<OpenTaskRow['deadline']>): NonNullable<OpenTask['why']> {
  return { because, policyKey, ...(article === undefined ? {} : { article }) };
}

/** The next thing the clock does by itself when nobody acts. */
function otherwise({ consequences, done }: NonNullable<OpenTaskRow['deadline']>): OpenTask['otherwise'] {
  const ahead = consequences.filter(({ code }) => !done.includes(`end.${code}`)).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  return ahead === undefined ? null : { code: ahead.code, at: ahead.at };
}

function mayAnswer(actor: PersonActor, { task: { command }, state }: OpenTaskRow): boolean {
  if (command === undefined) return false;
  return state.kind === 'call'
    ? mayCommandCall(actor, command as CallCommandType)
    : mayCommandProject(actor, command as ProjectCommandType, state);
}
