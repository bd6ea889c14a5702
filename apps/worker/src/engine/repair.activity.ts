import { Context } from '@temporalio/activity';
import { endAct, findAct, keepFindings, recordEngineCheck } from '@app/persistence';
import type { TransactionSource } from '@app/persistence';
import type { EntityRef, Inspection, MaintenanceActivities } from '@app/workflows';
import { ApplicationFailure } from '@temporalio/common';
import type { CommitTools } from '../commit/open-session';
import { inspectEntity, resetRadiusOf, type InspectTools } from './inspect-entity';
import { lookForTrouble } from './look-for-trouble';
import { carryOutRepair } from './repair';
import { troubleLateMs } from './trouble-limits';

const verifyWithinMs = 60_000;

/** Finds what needs repair and carries repairs out; rows hold what was found and how acts ended. */
export class RepairActivity implements Omit<MaintenanceActivities, 'checkReplay' | 'replanCalendars'> {
  constructor(
    private readonly db: TransactionSource,
    private readonly commit: CommitTools,
  ) {}

  async repair({ id }: { id: string }): Promise<void> {
    const act = await findAct(this.db, id);
    if (act?.state !== 'running') return;
    const tools = { ...this.tools(), db: this.db, commit: this.commit, heartbeat: () => Context.current().heartbeat(), verifyWithinMs };
    const result = await carryOutRepair(tools, act);
    // First the list, so that whoever sees the end sees the trouble gone; where that fails the next look does it.
    if (act.entity !== null) await this.note(act.entity).catch(() => undefined);
    await endAct(this.db, id, result);
  }

  async lookForTrouble(): Promise<void> {
    const found = await lookForTrouble({ ...this.tools(), everyOne: true, heartbeat: (details) => Context.current().heartbeat(details) });
    await recordEngineCheck(this.db, 'look', { found });
  }

  async inspect({ entity }: { entity: EntityRef }): Promise<Inspection> {
    const seen = await inspectEntity(this.tools(), entity);
    if (seen === undefined) throw ApplicationFailure.nonRetryable('the ledger does not know it', 'NOT_FOUND');
    const { standing, snapshot: _, ...inspection } = seen;
    const radius =
      seen.running && seen.runId !== undefined ? await resetRadiusOf(Context.current().client, entity, seen.runId, standing) : undefined;
    return { ...inspection, ...(radius === undefined ? {} : { reset: radius }) };
  }

  private async note(entity: EntityRef): Promise<void> {
    const seen = await inspectEntity(this.tools(), entity);
    await keepFindings(this.db, entity, seen?.findings ?? []);
  }

  private tools(): InspectTools {
    return { db: this.db, client: Context.current().client, lateMs: troubleLateMs };
  }
}
