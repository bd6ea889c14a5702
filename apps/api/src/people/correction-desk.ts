import { Inject, Injectable } from '@nestjs/common';
import {
  correctionNeedsSecond,
  differenceOf,
  isNoCorrection,
  type RegisterDifference,
  type RegisterSubject,
  type RegisterValues,
} from '@app/domain';
import {
  containing,
  correctionsOf,
  decideCorrection,
  findAct,
  findCorrection,
  isAddressOfAnother,
  projectsWith,
  proposeCorrection,
  reachOf,
  registerRecord,
  searchRegister,
  undoCorrection,
  type CorrectionOutcome,
  type RegisterKey,
  type RegisterRecord,
} from '@app/persistence';
import type { Config } from '@app/platform';
import type { z } from 'zod';
import { refuseUnlessFresh } from '../auth/fresh-sign-in';
import { doorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { CONFIG, DATABASE } from '../tokens';
import { entryAnswer, previewAnswer } from './correction-answers';
import type { correctionPreview, registerEntry, registerHits } from './corrections.schemas';

type Entry = z.output<typeof registerEntry>;

const correctors = ['CO', 'SH', 'AD'] as const;
const mostHits = 50;
const mostCorrections = 50;

/** Finds entries of the register, shows how far a correction reaches, and has it made by two people where it is dangerous. */
@Injectable()
export class CorrectionDesk {
  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Entries by part of a name or address; without one, those whose correction waits. Throws NOT_ALLOWED. */
  async find(
    person: SignedIn,
    { q, subject }: { q?: string | undefined; subject?: RegisterSubject | undefined },
  ): Promise<z.output<typeof registerHits>> {
    refuseOthers(person);
    const items = await searchRegister(this.db, {
      ...(q === undefined ? {} : { pattern: containing(q.trim()) }),
      ...(subject === undefined ? {} : { subject }),
      limit: mostHits,
    });
    return { items };
  }

  /** One entry with the live projects it stands in and its corrections. Throws NOT_ALLOWED and NOT_FOUND. */
  async read(person: SignedIn, key: RegisterKey): Promise<Entry> {
    refuseOthers(person);
    const record = await this.record(key);
    const corrections = await correctionsOf(this.db, key, mostCorrections);
    const kept = await Promise.all(corrections.map(async (correction) => ({ correction, act: await findAct(this.db, correction.id) })));
    return entryAnswer(key, record, {
      kept: kept.flatMap(({ correction, act }) => (act === undefined ? [] : [{ correction, act }])),
      projects: await projectsWith(this.db, key),
      personId: person.personId,
    });
  }

  /** What a correction would change and what not; nothing is stored. Throws NOT_ALLOWED and NOT_FOUND. */
  async preview(person: SignedIn, key: RegisterKey, wanted: RegisterValues): Promise<z.output<typeof correctionPreview>> {
    refuseOthers(person);
    const difference = differenceOf(key.subject, (await this.record(key)).values, wanted);
    return previewAnswer(difference, await reachOf(this.db, key), (await this.whyNot(key, difference)) ?? null);
  }

  /**
   * Asks for a correction, once under its key; what is dangerous needs a recent sign-in and waits for a second person. Throws NOT_ALLOWED, NOT_FOUND,
   * FRESH_SIGN_IN_NEEDED, STALE_REVISION, CORRECTION_OPEN, CORRECTION_NOTHING, ADDRESS_TAKEN and KEY_REUSED.
   */
  async propose(
    { person, commandId }: CommandCall,
    key: RegisterKey,
    wish: { seen: number; changes: RegisterValues; reason: string },
  ): Promise<Entry> {
    refuseOthers(person);
    const { values } = await this.record(key);
    if (correctionNeedsSecond(differenceOf(key.subject, values, wish.changes))) refuseUnlessFresh(person, this.config);
    const { changes: wanted, seen, reason } = wish;
    return this.after(person, (tx) => proposeCorrection(tx, { actId: commandId, entry: key, wanted, seen, reason }, correctorOf(person)));
  }

  /** A second person's word; whoever proposed it may take it back. Throws NOT_FOUND, SAME_PERSON, STALE_REVISION, ADDRESS_TAKEN and ACT_NOT_WAITING. */
  async decide(person: SignedIn, id: string, verdict: 'confirm' | 'reject'): Promise<Entry> {
    refuseOthers(person);
    return this.after(person, (tx) => decideCorrection(tx, id, verdict, correctorOf(person)));
  }

  /** Asks for the opposite as a correction of its own. Throws as `propose` does, CORRECTION_NOT_APPLIED and CORRECTION_OVERTAKEN. */
  async undo({ person, commandId }: CommandCall, id: string, { seen, reason }: { seen: number; reason: string }): Promise<Entry> {
    refuseOthers(person);
    const correction = await findCorrection(this.db, id);
    if (correction === undefined) throw new Problem('NOT_FOUND');
    if (correctionNeedsSecond(correction)) refuseUnlessFresh(person, this.config);
    return this.after(person, (tx) => undoCorrection(tx, { id, actId: commandId, seen, reason }, correctorOf(person)));
  }

  private async after(person: SignedIn, work: (tx: Parameters<typeof proposeCorrection>[0]) => Promise<CorrectionOutcome>): Promise<Entry> {
    const outcome = await this.db.transaction(work);
    if (outcome.is === 'refused') throw new Problem(outcome.code, outcome.values === undefined ? {} : { values: outcome.values });
    return this.read(person, outcome.correction.entry);
  }

  private async record(key: RegisterKey): Promise<RegisterRecord> {
    const record = await registerRecord(this.db, key);
    if (record === undefined) throw new Problem('NOT_FOUND');
    return record;
  }

  private async whyNot(key: RegisterKey, difference: RegisterDifference): Promise<string | undefined> {
    if (isNoCorrection(difference)) return 'CORRECTION_NOTHING';
    for (const address of Array.isArray(difference.after.emails) ? difference.after.emails : [])
      if (await isAddressOfAnother(this.db, address, key.id)) return 'ADDRESS_TAKEN';
    return undefined;
  }
}

function correctorOf(person: SignedIn): { personId: string; door: ReturnType<typeof doorOf> } {
  return { personId: person.personId, door: doorOf(person) };
}

function refuseOthers(person: SignedIn): void {
  if (!holdsOneOf(person, correctors)) throw new Problem('NOT_ALLOWED');
}
