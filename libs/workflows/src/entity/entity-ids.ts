/** Kinds of entities that live as a workflow of their own. */
export const entityKinds = ['project', 'call'] as const;

/** Kind of an entity. */
export type EntityKind = (typeof entityKinds)[number];

/** Names one entity. */
export interface EntityRef {
  kind: EntityKind;
  id: string;
}

/** Name of the workflow type that carries an entity. */
export const workflowTypes = { project: 'projectWorkflow', call: 'callWorkflow' } as const satisfies Record<EntityKind, string>;

/** Workflow id of an entity, `project/<id>` or `call/<id>`. */
export function workflowIdOf(entity: EntityRef): string {
  return `${entity.kind}/${entity.id}`;
}

/** The entity a workflow id names; nothing when the id is not an entity's. */
export function entityOf(workflowId: string): EntityRef | undefined {
  const slash = workflowId.indexOf('/');
  const kind = entityKinds.find((one) => one === workflowId.slice(0, slash));
  const id = workflowId.slice(slash + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/** Id of the clock's command: the same revision and instant give the same id, wherever it is made. `atMs`: real or room epoch milliseconds. */
export function wakeCommandId(entity: EntityRef, rev: number, atMs: number): string {
  return `Wake/${entity.id}/${rev}/${atMs}`;
}
