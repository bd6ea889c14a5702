import { Inject, Injectable } from '@nestjs/common';
import { validatePolicy, type StandingRole } from '@app/domain';
import {
  calendarToForesee,
  contentHashOf,
  createBulkRun,
  dryRunProjectsAfter,
  findDryRun,
  lastDryRuns,
  noteAppliedBy,
  openDryRun,
  policyToForesee,
  type DryRun,
  type DryRunSubject,
  type NewBulkRow,
  type TransactionSource,
} from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { doorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { ForeseeStarter } from '../command-gateway/foresee-starter';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { dryRunOf } from './dry-run-answers';
import type { dryRunAnswer, dryRunBody, dryRunPage } from './dry-runs.schemas';

const readers: readonly StandingRole[] = ['SH', 'AD', 'AU'];
const runners: readonly StandingRole[] = ['SH', 'AD'];
const shown = 20;
const usualDays = 400;
const usualMost = 10;
const readAtOnce = 1_000;

type Answer = z.output<typeof dryRunAnswer>;

/** Only who may see dry runs passes. Throws NOT_ALLOWED. */
export function refuseUnlessForeseer(person: SignedIn): void {
  if (!holdsOneOf(person, readers)) throw new Problem('NOT_ALLOWED');
}

/** Has changes thought through over all live projects, and exactly that carried out. */
@Injectable()
export class DryRunDesk {
  constructor(
    @Inject(DATABASE) private readonly db: TransactionSource,
    private readonly starter: ForeseeStarter,
  ) {}

  /** The last dry runs. */
  async list(person: SignedIn, language: SpokenLanguage): Promise<z.output<typeof dryRunPage>> {
    refuseUnlessForeseer(person);
    const runs = await lastDryRuns(this.db, shown);
    return { mayAct: holdsOneOf(person, runners), items: await Promise.all(runs.map((run) => this.told(run, language, true))) };
  }

  /** One of them with what it found. Throws NOT_FOUND. */
  async show(person: SignedIn, id: string, language: SpokenLanguage): Promise<Answer> {
    return this.told(await this.read(person, id), language);
  }

  /** One as it is kept. Throws NOT_FOUND. */
  async read(person: SignedIn, id: string): Promise<DryRun> {
    refuseUnlessForeseer(person);
    const run = await findDryRun(this.db, id);
    if (run === undefined) throw new Problem('NOT_FOUND');
    return run;
  }

  /** Begins one. Throws NOT_FOUND, POLICY_INVALID, DRY_RUN_EMPTY, KEY_REUSED and UNAVAILABLE. */
  async ask({ person, commandId }: CommandCall, body: z.output<typeof dryRunBody>, language: SpokenLanguage): Promise<Answer> {
    if (!holdsOneOf(person, runners)) throw new Problem('NOT_ALLOWED');
    const { days = usualDays, mostPerDay = usualMost } = body;
    const subject: DryRunSubject = 'policyVersion' in body ? { policyVersion: body.policyVersion } : { calendarDraft: body.calendarDraft };
    const { content } = await this.contentOf(subject);
    if ('policyVersion' in subject) refuseInvalid(content);
    const asked = { id: commandId, subject, content, askedBy: person.personId, days, mostPerDay };
    await this.db.transaction(async (tx) => {
      if ((await openDryRun(tx, asked)) === 'key-reused') throw new Problem('KEY_REUSED');
      if ((await findDryRun(tx, commandId))?.total === 0) throw new Problem('DRY_RUN_EMPTY');
    });
    const run = await this.read(person, commandId);
    if (run.state === 'running' && !(await this.starter.start(run.id))) throw new Problem('UNAVAILABLE');
    return this.told(run, language);
  }

  /**
   * Freezes exactly what was foreseen into a run over many projects, which a second person approves. Throws DRY_RUN_NOT_DONE, DRY_RUN_APPLIED, DRY_RUN_STORM,
   * DRY_RUN_UNPUBLISHED, DRY_RUN_CHANGED and KEY_REUSED.
   */
  async apply({ person, commandId }: CommandCall, id: string, reason: string): Promise<{ bulkRunId: string }> {
    const run = await this.read(person, id);
    if (!holdsOneOf(person, runners)) throw new Problem('NOT_ALLOWED');
    // Dates are computed anew by an administrator; a head would see every row refused.
    if (run.policyVersion === null && !holdsOneOf(person, ['AD'])) throw new Problem('NOT_ALLOWED');
    const against = run.bulkRunId === commandId ? undefined : await this.against(run);
    if (against !== undefined) throw new Problem(against);
    const rows = await this.rowsOf(run);
    return this.db.transaction(async (tx) => {
      const made = await createBulkRun(tx, {
        id: commandId,
        ...actOf(run),
        reason,
        asked: { dryRun: id, predictionHash: run.predictionHash },
        createdBy: person.personId,
        door: doorOf(person),
        secondAbove: 0,
        rows,
      });
      if (made === 'key-reused') throw new Problem('KEY_REUSED');
      if (!(await noteAppliedBy(tx, id, commandId))) throw new Problem('DRY_RUN_APPLIED');
      return { bulkRunId: commandId };
    });
  }

  /** Code of what stands against applying it; nothing when it can be applied. */
  private async against(run: DryRun): Promise<string | undefined> {
    if (run.state !== 'done' || run.result === null) return 'DRY_RUN_NOT_DONE';
    if (run.bulkRunId !== null) return 'DRY_RUN_APPLIED';
    if (run.result.stormCount > 0) return 'DRY_RUN_STORM';
    const subject = run.policyVersion === null ? { calendarDraft: run.calendarDraft ?? '' } : { policyVersion: run.policyVersion };
    const present = await this.contentOf(subject).catch(() => undefined);
    if (present === undefined || contentHashOf(present.content) !== run.contentHash) return 'DRY_RUN_CHANGED';
    return present.state === 'published' ? undefined : 'DRY_RUN_UNPUBLISHED';
  }

  private async contentOf(subject: DryRunSubject): Promise<{ content: unknown; state: 'draft' | 'published' }> {
    const found =
      'policyVersion' in subject
        ? await policyToForesee(this.db, subject.policyVersion)
        : await calendarToForesee(this.db, subject.calendarDraft);
    if (found === undefined) throw new Problem('NOT_FOUND');
    return found;
  }

  private async rowsOf(run: DryRun): Promise<NewBulkRow[]> {
    const rows: NewBulkRow[] = [];
    for (let after: string | undefined | null = null; after !== undefined;) {
      const found = await dryRunProjectsAfter(this.db, run.id, after, readAtOnce);
      rows.push(...found.filter((one) => one.verdict !== 'same' || run.policyVersion !== null).map((one) => rowOf(one, run)));
      after = found.at(-1)?.projectId;
    }
    return rows;
  }

  private async told(run: DryRun, language: SpokenLanguage, brief = false): Promise<Answer> {
    return dryRunOf(this.db, run, { language, brief, against: brief ? undefined : await this.against(run) });
  }
}

function actOf({ policyVersion }: DryRun): { commandType: string; payload: unknown } {
  return policyVersion === null
    ? { commandType: 'Replan', payload: {} }
    : { commandType: 'AdoptPolicy', payload: { version: policyVersion } };
}

/**
 * A policy is adopted where the project stood when it was thought through. A published calendar counts for every project at once, and its dates may be computed
 * anew before the run comes to it: such a row is not held to a revision, only to the plan that was foreseen.
 */
function rowOf(one: Awaited<ReturnType<typeof dryRunProjectsAfter>>[number], { policyVersion }: DryRun): NewBulkRow {
  const base = { entityId: one.projectId, ...(policyVersion === null ? {} : { expectedRev: one.rev }) };
  if (one.verdict === 'refuse')
    return {
      ...base,
      verdict: 'refuse',
      ...(one.code === null ? {} : { code: one.code }),
      ...(one.values === null ? {} : { values: one.values }),
    };
  return { ...base, verdict: 'apply', ...(one.planHash === null ? {} : { expected: { planHash: one.planHash } }) };
}

function refuseInvalid(content: unknown): void {
  const [first] = validatePolicy(content);
  if (first !== undefined) throw new Problem('POLICY_INVALID', { values: first.values ?? {} });
}
