import type { Client } from '@temporalio/client';
import { findCommand, findHead, isHalted, openCommand, storeRefusal } from '@app/persistence';
import type { CommandOutcome, CommandOutcomes, EntityKey, NewCommand, Sql, StoredCommand } from '@app/persistence';
import { workflowIdOf } from '@app/workflows';
import { isDatabaseAway } from './database-away';
import type { DryRun } from './dry-run';
import { EntitySlots } from './entity-slots';
import { handOver } from './hand-over';
import type { Handover } from './update-failure.mapper';

/** What a caller learns of a command. Nothing of the engine shows. */
export type Submission =
  | CommandOutcome
  /** Stored and not lost, but not decided yet: ask again under its id. */
  | { status: 'pending' }
  /** The id was used before, by somebody else or for something else. */
  | { status: 'other-content' }
  /** Nothing was stored: the database is away, or the entity is halted until it is repaired. */
  | { status: 'unavailable'; why: 'database' | 'halted'; retryAfterS: number };

/** What the gateway works with. */
export interface GatewayTools {
  db: Sql;
  outcomes: CommandOutcomes;
  client: Client;
  dryRun: DryRun;
}

const waitMs = 5_000;
const retryAfterS = 5;

/** The one way by which people's commands reach an entity, and the only part of the API that talks to the engine. */
export class CommandGateway {
  private readonly slots = new EntitySlots();
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly tools: GatewayTools) {}

  /**
   * Stores the command and hands it over; waits up to five seconds for its answer. Repeating it under the same id gives the same answer.
   * @param clockOf entity whose clock counts while the target does not exist yet (the call of a new project)
   */
  async submit(entity: EntityKey, command: NewCommand, clockOf?: EntityKey): Promise<Submission> {
    try {
      if (await this.isNewForHalted(entity, command)) return { status: 'unavailable', why: 'halted', retryAfterS };
      const opened = await openCommand(this.tools.db, entity, command, clockOf);
      if (opened.is === 'other') return { status: 'other-content' };
      if (opened.command.outcome !== null) return opened.command.outcome;
      const refused = opened.is === 'new' ? await this.refuseEarly(entity, opened.command) : undefined;
      if (refused !== undefined) return refused;
    } catch (error) {
      if (isDatabaseAway(error)) return { status: 'unavailable', why: 'database', retryAfterS };
      throw error;
    }
    return this.askEngine(entity, command);
  }

  /** Resolves when nothing is being handed over any more; for an orderly shutdown. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async isNewForHalted(entity: EntityKey, command: NewCommand): Promise<boolean> {
    if (!(await isHalted(this.tools.db, entity))) return false;
    return (await findCommand(this.tools.db, entity, command.id)) === undefined;
  }

  private async refuseEarly(entity: EntityKey, command: StoredCommand): Promise<CommandOutcome | undefined> {
    const refusal = await this.tools.dryRun(entity, command);
    if (refusal === undefined) return undefined;
    await storeRefusal(this.tools.db, entity, command.id, refusal.rev, refusal.violation);
    return (await findCommand(this.tools.db, entity, command.id))?.outcome ?? undefined;
  }

  private async askEngine(entity: EntityKey, command: NewCommand): Promise<Submission> {
    const { source: _source, ...forShell } = command;
    const handover = this.slots
      .run(workflowIdOf(entity), () => handOver(this.tools.client, entity, forShell))
      .then((result) => this.afterHandover(entity, command, result))
      .catch((): Handover => ({ kind: 'left', why: 'DATABASE' }));
    this.underWay.add(handover);
    void handover.then(() => this.underWay.delete(handover));
    const answered = this.tools.outcomes.wait(entity, command.id, waitMs).then(
      (stored) => submissionOf(stored),
      // The command is stored: whoever asks later gets its answer.
      (): Submission => ({ status: 'pending' }),
    );
    const left = handover.then((result) => (result.kind === 'left' && result.why !== 'BUSY' ? undefined : answered));
    return (await Promise.race([answered, left])) ?? { status: 'pending' };
  }

  private async afterHandover(entity: EntityKey, command: NewCommand, handover: Handover): Promise<Handover> {
    if (handover.kind === 'stale') {
      const rev = (await findHead(this.tools.db, entity))?.rev ?? 0;
      const values = { expectedRev: command.expectedRev ?? 0, rev };
      await storeRefusal(this.tools.db, entity, command.id, rev, { code: 'STALE_REVISION', message: handover.message, values });
      this.tools.outcomes.look(entity, command.id);
    }
    return handover;
  }
}

function submissionOf(stored: StoredCommand | undefined): Submission {
  return stored?.outcome ?? { status: 'pending' };
}
