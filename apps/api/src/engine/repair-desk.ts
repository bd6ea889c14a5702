import { Inject, Injectable } from '@nestjs/common';
import {
  decideAct,
  derivedId,
  findAct,
  findHead,
  findProjectId,
  holderReference,
  lastEngineCheck,
  listActs,
  listFindings,
  openAct,
  type ActEntity,
  type Sql,
  type TechnicalAct,
} from '@app/persistence';
import type { Config } from '@app/platform';
import { dangerousRepairs, repairActs, repairPrefix, whyNoRepair, type Inspection, type RepairAct } from '@app/workflows';
import type { z } from 'zod';
import { refuseUnlessFresh } from '../auth/fresh-sign-in';
import { doorOf, type SignedIn } from '../auth/signed-in';
import { Maintenance } from '../command-gateway/maintenance';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import type { findingsAnswer, inspectionAnswer, repairAnswer, repairBody, repairsAnswer, repairsBody } from './repairs.schemas';

type Repair = z.output<typeof repairAnswer>;

const findingsShown = 200;
const repairsShown = 30;
const looksAtOnce = 8;
/** Why a repair makes no sense for one entity, whatever the others say. */
const aboutOne: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'SHELL_RUNS',
  'SHELL_MISSING',
  'NOT_HALTED',
  'NOTHING_WAITS',
  'NOTHING_RETRIES',
]);
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What needs repair, and repairs on record; the worker looks and carries out. */
@Injectable()
export class RepairDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
    private readonly maintenance: Maintenance,
  ) {}

  /** What the last look found. */
  async findings(): Promise<z.output<typeof findingsAnswer>> {
    const found = await listFindings(this.db, findingsShown);
    const items = found.map(({ entity, foundAt, seenAt, ...one }) => ({
      ...{ ...one, entityKind: entity.kind, entityId: entity.id },
      ...{ foundAt: foundAt.toISOString(), seenAt: seenAt.toISOString() },
    }));
    return { items, lookedAt: (await lastEngineCheck(this.db, 'look'))?.endedAt.toISOString() ?? null };
  }

  /** How one entity stands now. Throws NOT_FOUND, and UNAVAILABLE when no worker answers. */
  async inspect(kind: ActEntity['kind'], wanted: string): Promise<z.output<typeof inspectionAnswer>> {
    const id = kind === 'project' ? await findProjectId(this.db, wanted) : uuid.test(wanted) ? wanted.toLowerCase() : undefined;
    if (id === undefined) throw new Problem('NOT_FOUND');
    const seen = await this.look({ kind, id });
    const { runId, reset } = seen;
    return {
      ...{ entityKind: kind, entityId: id, reference: kind === 'project' ? ((await holderReference(this.db, id)) ?? null) : null },
      ...{
        running: seen.running,
        ledgerRev: seen.ledgerRev,
        shellRev: seen.shellRev ?? null,
        mailsSent: seen.mailsSent,
        findings: seen.findings,
      },
      reset: reset === undefined || runId === undefined ? null : { runId, ...reset },
      acts: repairActs.map((act) => ({ act, needsSecond: dangerousRepairs.includes(act), whyNot: whyNoRepair(act, seen) ?? null })),
    };
  }

  /** Asks for a repair, once under its key. Throws NOT_FOUND, KEY_REUSED, FRESH_SIGN_IN_NEEDED, BAD_INPUT, and why it makes no sense. */
  async ask({ commandId, person }: CommandCall, body: z.output<typeof repairBody>): Promise<Repair> {
    const { act, entityKind, entityId, reason, reset } = body;
    const needsSecond = dangerousRepairs.includes(act);
    if (needsSecond) refuseUnlessFresh(person, this.config);
    if ((act === 'reset') !== (reset !== undefined)) throw new Problem('BAD_INPUT', { fields: [{ path: 'reset', code: 'MISSING_FIELD' }] });
    const entity = { kind: entityKind, id: entityId };
    const before = (await findAct(this.db, commandId)) === undefined ? await this.mayDo(act, entity) : {};
    const asked = { ...reset };
    const opened = await openAct(this.db, {
      ...{ id: commandId, kind: repairPrefix + act, entity, door: doorOf(person), actorId: person.personId },
      ...{ reason, asked, before, needsSecond },
    });
    if (opened.is === 'key-reused') throw new Problem('KEY_REUSED');
    return this.carryOn(opened.act);
  }

  /**
   * Asks for one repair of many, each once under a key that follows from the given one; where it makes no sense, nothing is done there and the code says why.
   * Throws KEY_REUSED and UNAVAILABLE.
   */
  async askMany(
    { commandId, person }: CommandCall,
    { act, entities, reason }: z.output<typeof repairsBody>,
  ): Promise<z.output<typeof repairsAnswer>['items']> {
    const askOne = async (entity: ActEntity): Promise<z.output<typeof repairsAnswer>['items'][number]> => {
      const about = { entityKind: entity.kind, entityId: entity.id };
      const call = { commandId: derivedId(`${commandId} ${entity.kind}/${entity.id}`), person };
      try {
        return { ...about, repair: await this.ask(call, { act, ...about, reason }), whyNot: null };
      } catch (error) {
        if (!(error instanceof Problem) || !aboutOne.has(error.code)) throw error;
        return { ...about, repair: null, whyNot: error.code };
      }
    };
    const items: z.output<typeof repairsAnswer>['items'] = [];
    for (let at = 0; at < entities.length; at += looksAtOnce)
      items.push(...(await Promise.all(entities.slice(at, at + looksAtOnce).map(askOne))));
    return items;
  }

  /** A second person decides on a proposed repair. Throws NOT_FOUND, SAME_PERSON and ACT_NOT_WAITING. */
  async decide(person: SignedIn, id: string, verdict: 'confirm' | 'reject'): Promise<Repair> {
    await this.read(id);
    const decided = await decideAct(this.db, id, verdict, { personId: person.personId, door: doorOf(person) });
    if (decided.is === 'refused') throw new Problem(decided.code);
    return this.carryOn(decided.act);
  }

  /** One repair. Throws NOT_FOUND. */
  async read(id: string): Promise<Repair> {
    const act = await findAct(this.db, id);
    if (act === undefined || !act.kind.startsWith(repairPrefix)) throw new Problem('NOT_FOUND');
    return answerOf(act);
  }

  /** The last repairs. */
  async list(): Promise<Repair[]> {
    return (await listActs(this.db, { kinds: repairActs.map((act) => repairPrefix + act), limit: repairsShown })).map(answerOf);
  }

  private async mayDo(act: RepairAct, entity: ActEntity): Promise<Record<string, unknown>> {
    if ((await findHead(this.db, entity)) === undefined) throw new Problem('NOT_FOUND');
    const seen = await this.look(entity);
    const whyNot = whyNoRepair(act, seen);
    if (whyNot !== undefined) throw new Problem(whyNot);
    const { runId, ledgerRev, shellRev, outboxRows, mailsSent, retrying } = seen;
    return { runId, ledgerRev, shellRev, outboxRows, mailsSent, retrying, findings: seen.findings.map(({ code }) => code) };
  }

  private async look(entity: ActEntity): Promise<Inspection> {
    const seen = await this.maintenance.inspect(entity);
    if (seen === undefined) throw new Problem('UNAVAILABLE');
    return seen;
  }

  private async carryOn(act: TechnicalAct): Promise<Repair> {
    if (act.state === 'running') await this.maintenance.start({ task: 'repair', id: act.id });
    return answerOf(act);
  }
}

function answerOf({ kind, entity, openedAt, endedAt, ...act }: TechnicalAct): Repair {
  return {
    ...{
      id: act.id,
      act: kind.slice(repairPrefix.length) as RepairAct,
      entityKind: entity?.kind ?? 'project',
      entityId: entity?.id ?? act.id,
    },
    reference: act.reference,
    ...{ state: act.state, door: act.door, actorId: act.actorId, actorName: act.actorName, secondName: act.secondName, reason: act.reason },
    ...{ resultCode: act.resultCode, resultValues: act.resultValues as Repair['resultValues'] },
    ...{ openedAt: openedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null },
  };
}
