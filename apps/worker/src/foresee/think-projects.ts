import {
  createRuleData,
  dryRunRow,
  findDryRun,
  liveProjectsOf,
  type DryRun,
  type DryRunRow,
  type RuleData,
  type Sql,
} from '@app/persistence';
import { knownOf, openRoom, type Room } from './dry-run-room';
import { momentOf, thinkThrough } from './think-through';

/** Some projects of a dry run, by their ids in order. */
export interface ProjectsToThink {
  dryRunId: string;
  ids: readonly string[];
}

/** Thinks projects of dry runs through; answers in the order of their ids, without those that do not live any more. */
export interface Thinker {
  think(projects: ProjectsToThink): Promise<DryRunRow[]>;
  /** Gives back what it holds; what it is still asked fails. */
  close(): Promise<void>;
}

/** Thinks in this very thread, one after the other. */
export class OwnThinker implements Thinker {
  private readonly ruleData: RuleData = createRuleData();
  /** What the rules have counted for one batch they need not count for the next: they remember it by the very policies and calendars they were given. */
  private last: { id: string; run: Promise<DryRun>; room: Promise<Room> } | undefined;
  private before: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: Sql) {}

  think(projects: ProjectsToThink): Promise<DryRunRow[]> {
    const found = this.before.then(() => this.found(projects));
    this.before = found.catch(() => undefined);
    return found;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async found({ dryRunId, ids }: ProjectsToThink): Promise<DryRunRow[]> {
    if (this.last?.id !== dryRunId) this.last = this.opened(dryRunId);
    const [run, room] = await Promise.all([this.last.run, this.last.room]);
    const moment = momentOf(run.askedAt.toISOString(), run.days);
    const known = await knownOf(this.db, await liveProjectsOf(this.db, ids), room);
    return known.map((one) => dryRunRow(thinkThrough(one, room.change, moment)));
  }

  private opened(id: string): { id: string; run: Promise<DryRun>; room: Promise<Room> } {
    const run = findDryRun(this.db, id).then((found) => {
      if (found === undefined) throw new Error(`there is no dry run ${id}`);
      return found;
    });
    return { id, run, room: run.then((found) => openRoom(this.db, this.ruleData, found)) };
  }
}
