import {
  createRuleData,
  findDryRun,
  liveProjectsOf,
  writeDryRunRows,
  type DryRun,
  type RuleData,
  type TransactionSource,
} from '@app/persistence';
import { knownOf, openRoom, type Room } from './dry-run-room';
import { momentOf, thinkThrough } from './think-through';

/** Some projects of a dry run, by their ids in order. */
export interface ProjectsToThink {
  dryRunId: string;
  ids: readonly string[];
}

/** Thinks projects of dry runs through and writes down what was found. */
export interface Thinker {
  /** So many batches are worth giving it at once. */
  readonly atOnce: number;
  /** How many of the projects are written down; nothing where another one was quicker. Harmless to repeat. */
  think(projects: ProjectsToThink): Promise<number | undefined>;
  /** Gives back what it holds; what it is still asked fails. */
  close(): Promise<void>;
}

/** Thinks in this very thread. */
export class OwnThinker implements Thinker {
  readonly atOnce = 1;
  private readonly ruleData: RuleData = createRuleData();
  /** What the rules have counted for one batch they need not count for the next: they remember it by the very policies and calendars they were given. */
  private last: { id: string; run: Promise<DryRun>; room: Promise<Room> } | undefined;

  constructor(private readonly db: TransactionSource) {}

  async think({ dryRunId, ids }: ProjectsToThink): Promise<number | undefined> {
    if (this.last?.id !== dryRunId) this.last = this.opened(dryRunId);
    const [run, room] = await Promise.all([this.last.run, this.last.room]);
    const moment = momentOf(run.askedAt.toISOString(), run.days);
    const known = await knownOf(this.db, await liveProjectsOf(this.db, ids), room);
    const found = known.map((one) => thinkThrough(one, room.change, moment));
    return this.db.transaction((tx) => writeDryRunRows(tx, dryRunId, ids, found));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private opened(id: string): { id: string; run: Promise<DryRun>; room: Promise<Room> } {
    const run = findDryRun(this.db, id).then((found) => {
      if (found === undefined) throw new Error(`there is no dry run ${id}`);
      return found;
    });
    return { id, run, room: run.then((found) => openRoom(this.db, this.ruleData, found)) };
  }
}
