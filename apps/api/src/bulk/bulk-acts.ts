import { Inject, Injectable } from '@nestjs/common';
import {
  decideAct,
  decideBulkRun,
  discardBulkRun,
  endAct,
  goOnBulkRun,
  openAct,
  proposeBulkRun,
  startBulkRun,
  stopBulkRun,
  type BulkRun,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import { doorOf, type SignedIn } from '../auth/signed-in';
import { BulkStarter } from '../command-gateway/bulk-starter';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { BulkDesk } from './bulk-desk';
import { refuseUnlessBulkRunner } from './bulk-rights';

/** What may be done to a run that was made. */
export type BulkAct = 'propose' | 'confirm' | 'reject' | 'start' | 'go-on' | 'stop' | 'discard';

/** Lets runs be approved, started, let on, stopped and given up. Each run stands as one intervention, beside the commands it gives. */
@Injectable()
export class BulkActs {
  constructor(
    @Inject(DATABASE) private readonly db: TransactionSource,
    private readonly desk: BulkDesk,
    private readonly starter: BulkStarter,
  ) {}

  /** Does it; done again it changes nothing. Throws NOT_FOUND, NOT_ALLOWED, SAME_PERSON, SECOND_PERSON_NEEDED and RUN_NOT_THERE. */
  async act(person: SignedIn, id: string, act: BulkAct): Promise<BulkRun> {
    refuseUnlessBulkRunner(person);
    const run = await this.desk.read(person, id);
    if (!isDone[act](run, person.personId)) await this.db.transaction((tx) => this.carryOut(tx, person, run, act));
    if (act === 'start' || act === 'go-on' || act === 'stop') await this.starter.look(id);
    return this.desk.read(person, id);
  }

  private async carryOut(tx: Sql, person: SignedIn, run: BulkRun, act: BulkAct): Promise<void> {
    if (await moves[act](tx, run, person)) return;
    throw new Problem(act === 'start' && run.needsSecond && run.state !== 'approved' ? 'SECOND_PERSON_NEEDED' : 'RUN_NOT_THERE');
  }
}

type Move = (tx: Sql, run: BulkRun, person: SignedIn) => Promise<boolean>;

/** Each answers false when the run does not stand where it is possible. */
const moves: Record<BulkAct, Move> = {
  propose: async (tx, run) => run.needsSecond && (await proposeBulkRun(tx, run.id)) && (await openIntervention(tx, run)),
  confirm: (tx, run, person) => decide(tx, person, run, 'confirm'),
  reject: (tx, run, person) => decide(tx, person, run, 'reject'),
  start: async (tx, run, { personId }) =>
    (await startBulkRun(tx, run.id, personId)) && (run.needsSecond || (await openIntervention(tx, run))),
  'go-on': (tx, { id }) => goOnBulkRun(tx, id),
  stop: (tx, { id }, { personId }) => stopBulkRun(tx, id, personId),
  // What waits for a second person is that person's to reject.
  discard: async (tx, { id, state }) => {
    if (state === 'proposed' || !(await discardBulkRun(tx, id))) return false;
    await endAct(tx, id, { state: 'failed', code: 'BULK_DISCARDED' });
    return true;
  },
};

/** Whether it was done before: asked twice, it is done once. */
const isDone: Record<BulkAct, (run: BulkRun, personId: string) => boolean> = {
  propose: ({ state }) => state === 'proposed',
  confirm: ({ secondId, state }, personId) => secondId === personId && state !== 'rejected',
  reject: ({ secondId, state }, personId) => secondId === personId && state === 'rejected',
  start: ({ startedAt }) => startedAt !== null,
  'go-on': ({ state }) => state === 'running',
  stop: ({ stopAskedAt }) => stopAskedAt !== null,
  discard: ({ state }) => state === 'discarded',
};

async function decide(tx: Sql, person: SignedIn, run: BulkRun, verdict: 'confirm' | 'reject'): Promise<boolean> {
  if (run.createdBy === person.personId) throw new Problem('SAME_PERSON');
  if (!(await decideBulkRun(tx, run.id, verdict, person.personId))) return false;
  const decided = await decideAct(tx, run.id, verdict, { personId: person.personId, door: doorOf(person) });
  if (decided.is === 'refused') throw new Problem(decided.code);
  return true;
}

/** The intervention under which the whole run stands; its id is the run's. */
async function openIntervention(tx: Sql, run: BulkRun): Promise<boolean> {
  const { id, commandType, payload, listHash, counts, door, createdBy: actorId, reason, needsSecond } = run;
  const opened = await openAct(tx, {
    ...{ id, kind: 'bulk', entity: null, door, actorId, reason, needsSecond },
    asked: { command: commandType, payload, listHash },
    before: { total: counts.total, foreseen: counts.foreseen, skipped: counts.skipped },
  });
  return opened.is !== 'key-reused';
}
