import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { DatabaseSettings } from '@app/persistence';
import type { ProjectsToThink, Thinker } from './think-projects';

/** More would take what the database needs. */
const mostThreads = 4;
/** While one batch is read or written, another one is thought through. */
const batchesPerThread = 2;
/** A dry run is seldom alone: whoever looks at a draft changes it and looks again. */
const idleMs = 120_000;
/** Forecasts make much that is thrown away at once. */
const youngMb = 64;

/**
 * Thinks in threads of this process, as many as there are cores: the main one stays free for what others wait for. They start with the first dry run, know
 * what they have counted as long as they live, and end when nobody has asked for a while.
 */
export class ThinkingThreads implements Thinker {
  readonly atOnce: number;
  private readonly pool: Piscina<ProjectsToThink, number | undefined>;

  constructor(database: DatabaseSettings) {
    const threads = Math.min(availableParallelism(), mostThreads);
    // One more batch than can be taken: no thread waits until the next one comes.
    this.atOnce = threads * batchesPerThread + 1;
    this.pool = new Piscina({
      filename: join(__dirname, 'thinking.thread.js'),
      workerData: { database: { ...database, poolSize: batchesPerThread } },
      minThreads: 0,
      maxThreads: threads,
      concurrentTasksPerWorker: batchesPerThread,
      idleTimeout: idleMs,
      // A thread that waits for the next batch blocks nothing of its own: its connections stay alive.
      atomics: 'disabled',
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
  }

  think(projects: ProjectsToThink): Promise<number | undefined> {
    return this.pool.run(projects);
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}
