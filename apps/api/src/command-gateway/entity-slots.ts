const slotsPerEntity = 8;

/**
 * At most eight updates at a time for one entity from this process: a workflow takes ten in flight, and beyond them the engine makes
 * the client wait for seconds and the order is lost.
 */
export class EntitySlots {
  private readonly busy = new Map<string, { taken: number; waiting: (() => void)[] }>();

  /** Runs `work` when a slot of the entity is free; callers wait in order of arrival. */
  async run<T>(workflowId: string, work: () => Promise<T>): Promise<T> {
    const entity = this.busy.get(workflowId) ?? { taken: 0, waiting: [] };
    this.busy.set(workflowId, entity);
    if (entity.taken < slotsPerEntity) entity.taken++;
    else await new Promise<void>((free) => entity.waiting.push(free));
    try {
      return await work();
    } finally {
      const next = entity.waiting.shift();
      if (next !== undefined) next();
      else if (--entity.taken === 0) this.busy.delete(workflowId);
    }
  }
}
