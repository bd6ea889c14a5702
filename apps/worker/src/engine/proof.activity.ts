import type { Client } from '@temporalio/client';
import { findCheck, noteCheckStep, type CheckStep, type LedgerCheck, type Sql } from '@app/persistence';
import type { ProofActivities, ProofInput } from '@app/workflows';
import { lostLedgers, verifyBatch } from './verify-ledger';
import { witnessLedger } from './witness-ledger';

const entitiesAtOnce = 250;

/** Carries checks of the ledger out, batch by batch. */
export class ProofActivity implements ProofActivities {
  constructor(
    private readonly db: Sql,
    private readonly client: Client,
  ) {}

  async proveStep({ checkId }: ProofInput): Promise<{ done: boolean }> {
    const check = await findCheck(this.db, checkId);
    if (check === undefined || check.endedAt !== null) return { done: true };
    const step = check.kind === 'chain' ? await this.chainStep(check) : await this.witnessStep(check);
    await noteCheckStep(this.db, check, step);
    return { done: step.ended };
  }

  private async chainStep({ after }: LedgerCheck): Promise<CheckStep> {
    const { last, ...found } = await verifyBatch(this.db, after ?? undefined, entitiesAtOnce);
    if (last !== undefined) return { ...found, witnessed: 0, after: last, ended: false };
    return { ...found, problems: await lostLedgers(this.db), witnessed: 0, after: null, ended: true };
  }

  private async witnessStep({ projectId }: LedgerCheck): Promise<CheckStep> {
    const entity = { kind: 'project', id: projectId ?? '' } as const;
    const { entries, equal, problems } = await witnessLedger(this.db, this.client, entity);
    return { entities: 1, entries, witnessed: equal, problems, after: null, ended: true };
  }
}
