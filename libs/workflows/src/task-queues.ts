/** Task queues. `project`: workflows, commit and dispatch on one worker, so that activities start eagerly. `mail`: the desk's activities only. */
export const taskQueues = { project: 'project', mail: 'mail' } as const;
