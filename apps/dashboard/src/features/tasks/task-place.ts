import { commandNameOf } from '../../lib/commands';
import type { OpenTask } from './api/tasks';

/** A place in the dashboard, as links name it. */
export interface TaskPlace {
  to: string;
  params: Record<string, string>;
  search?: { about: string };
}

/** Commands whose form is a draft of its own. */
const drafts: Readonly<Record<string, (task: OpenTask, projectId: string) => TaskPlace>> = {
  SubmitApplication: (_, projectId) => ({ to: '/projects/$projectId/application', params: { projectId } }),
  ResubmitCorrection: (_, projectId) => ({ to: '/projects/$projectId/application', params: { projectId } }),
  SubmitReport: ({ object }, projectId) => ({ to: '/projects/$projectId/reports/$year', params: { projectId, year: object } }),
};

/** Where a task is done: its form, filled in with what the task already says; the project or call where only a day is kept. */
export function placeOf(task: OpenTask): TaskPlace {
  const { kind, id } = task.entity;
  const params = kind === 'project' ? { projectId: id } : { callId: id };
  const page = kind === 'project' ? '/projects/$projectId' : '/calls/$callId';
  if (task.command === null || !task.mine) return { to: page, params };
  const draft = drafts[task.command];
  if (draft !== undefined) return draft(task, id);
  const [about] = Object.values(task.fixed);
  return {
    to: `${page}/do/$command`,
    params: { ...params, command: commandNameOf(task.command) },
    ...(typeof about === 'string' || typeof about === 'number' ? { search: { about: String(about) } } : {}),
  };
}
