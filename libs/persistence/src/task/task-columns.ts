import { openTasks, type NotifyingState } from '@app/domain';

/** Columns of a summary that tell what is asked of whom now. */
export function taskColumns(state: NotifyingState): Record<string, unknown> {
  const tasks = openTasks(state);
  return {
    tasks,
    asked_ids: unique(tasks.flatMap(({ people }) => people)),
    asked_roles: unique(tasks.flatMap(({ roles }) => roles)),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
