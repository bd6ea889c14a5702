import type { Actor } from '@app/domain';
import type { Condition } from '../project/project-rights';

/**
 * Whether a task asks a person, by name or by a standing role, as SQL over a task `t` of a summary `s`: the one definition of "waits for me", for the list
 * of tasks, the home page and the calendar. The first half lets the indexes find the rows.
 */
export function taskAsks(person: Extract<Actor, { kind: 'person' }>, first: number): Condition & { rows: string; task: string } {
  const [me, roles] = [`$${first}`, `$${first + 1}`];
  const rows = `(s.asked_ids @> ARRAY[${me}::uuid] OR s.asked_roles && ${roles}::text[])`;
  const task = `((t->'people' ? ${me}::text OR t->'roles' ?| ${roles}::text[]) AND NOT t->'except' ? ${me}::text)`;
  return {
    rows,
    task,
    sql: `(${rows} AND EXISTS (SELECT FROM jsonb_array_elements(s.tasks) t WHERE ${task}))`,
    values: [person.personId, person.roles],
  };
}
