import { Inject, Injectable } from '@nestjs/common';
import {
  changePolicy,
  comparePolicies,
  defaultPolicy,
  ladderKey,
  ladderKeys,
  policyKeys,
  readPolicy,
  type StandingRole,
} from '@app/domain';
import {
  beginPolicyDraft,
  decidePolicy,
  discardDraft,
  findAct,
  findPolicyVersion,
  policyVersions,
  proposePolicy,
  saveDraft,
  withdrawAct,
  type DraftOutcome,
  type PublicationOutcome,
} from '@app/persistence';
import { policySource, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import { publisherOf } from './publisher';
import { answerOf, lineOf, valuesOf } from './policy-answer';
import type {
  discarded,
  newPolicyDraft,
  policyAnswer,
  policyDifferences,
  policyDraftBody,
  policyKeyList,
  policyList,
} from './policy.schemas';

type Version = z.output<typeof policyAnswer>;
type Row = NonNullable<Awaited<ReturnType<typeof findPolicyVersion>>>;

const readers: readonly StandingRole[] = ['SH', 'AD', 'CC', 'CM', 'CO', 'AU'];
const editors: readonly StandingRole[] = ['SH', 'AD', 'CC'];

/** Reads policy versions, writes drafts, and has them published by two people. */
@Injectable()
export class PolicyDesk {
  constructor(@Inject(DATABASE) private readonly db: LazyDatabase) {}

  /** Every version and draft. Throws NOT_ALLOWED. */
  async list(person: SignedIn): Promise<z.output<typeof policyList>> {
    refuseUnless(person, readers);
    return { items: (await policyVersions(this.db)).map(lineOf), mayDraft: holdsOneOf(person, editors) };
  }

  /** Every key and every ladder row. Throws NOT_ALLOWED. */
  keys(person: SignedIn, language: SpokenLanguage): z.output<typeof policyKeyList> {
    refuseUnless(person, readers);
    const byDefault = valuesOf(defaultPolicy);
    return {
      items: Object.entries(policyKeys).map(([key, one]) => ({
        ...{ key, ...one, default: byDefault[key] },
        source: policySource(one.source, language),
      })),
      ladders: ladderKeys.map((key) => ({
        ...{ key, changedBy: ladderKey.changedBy, frozenWhenPublished: ladderKey.frozenWhenPublished },
        default: byDefault[`ladder.${key}`],
      })),
    };
  }

  /** One version or draft. Throws NOT_ALLOWED and NOT_FOUND. */
  async read(person: SignedIn, version: number, language: SpokenLanguage): Promise<Version> {
    const row = await this.find(person, version);
    const act = row.proposalId === null ? undefined : await findAct(this.db, row.proposalId);
    return answerOf(this.db, { row, act, person, mayEdit: holdsOneOf(person, editors) }, language);
  }

  /** What a version says differently from another. Throws NOT_ALLOWED and NOT_FOUND. */
  async difference(person: SignedIn, version: number, from: number): Promise<z.output<typeof policyDifferences>> {
    const [before, after] = [await this.find(person, from), await this.find(person, version)];
    return { items: [...comparePolicies(readPolicy(before.content), readPolicy(after.content))] };
  }

  /** Begins a draft, once under its key. Throws NOT_ALLOWED, NOT_FOUND for an unknown base, and KEY_REUSED. */
  async begin({ person, commandId }: CommandCall, body: z.output<typeof newPolicyDraft>, language: SpokenLanguage): Promise<Version> {
    refuseUnless(person, editors);
    await this.find(person, body.base);
    const draft = { key: commandId, base: body.base, name: body.name, note: body.note ?? '', by: person.personId };
    const version = await this.db.transaction((tx) => beginPolicyDraft(tx, draft));
    if (version === undefined) throw new Problem('KEY_REUSED');
    return this.read(person, version, language);
  }

  /** Saves values of a draft. Throws NOT_ALLOWED, NOT_FOUND, DRAFT_CLOSED, STALE_REVISION, POLICY_PROPOSED, and BAD_INPUT naming each wrong key. */
  async write(
    person: SignedIn,
    { version, seen, body }: { version: number; seen: number; body: z.output<typeof policyDraftBody> },
    language: SpokenLanguage,
  ): Promise<Version> {
    const row = await this.draft(person, version);
    const changed = changePolicy(row.content, body.values ?? {});
    if (!changed.ok)
      throw new Problem('BAD_INPUT', { fields: changed.faults.map(({ key, reason }) => ({ path: `values.${key}`, code: reason })) });
    const { name = row.name, note = row.note } = body;
    refuseUnsaved(
      await this.db.transaction((tx) => saveDraft(tx, version, { name, note, content: changed.policy, seen, by: person.personId })),
      seen,
    );
    return this.read(person, version, language);
  }

  /** Discards a draft. Throws as `write` does. */
  async discard(person: SignedIn, version: number, seen: number): Promise<z.output<typeof discarded>> {
    await this.draft(person, version);
    refuseUnsaved(await this.db.transaction((tx) => discardDraft(tx, version, seen)), seen);
    return { discarded: true };
  }

  /** Proposes a draft, once under its key. Throws why it cannot be proposed. */
  async propose(
    { person, commandId }: CommandCall,
    proposal: { version: number; seen: number; reason: string },
    language: SpokenLanguage,
  ): Promise<Version> {
    await this.find(person, proposal.version);
    const outcome = await this.db.transaction((tx) => proposePolicy(tx, { actId: commandId, ...proposal }, publisherOf(person)));
    return this.after(outcome, { person, version: proposal.version }, language);
  }

  /** A second person's word; whoever proposed it may take it back. Throws SAME_PERSON, ACT_NOT_WAITING, POLICY_NEEDS_OTHER. */
  async decide(
    person: SignedIn,
    { version, verdict }: { version: number; verdict: 'confirm' | 'reject' },
    language: SpokenLanguage,
  ): Promise<Version> {
    refuseUnless(person, editors);
    const row = await this.find(person, version);
    if (verdict === 'reject' && row.proposalId !== null && (await withdrawAct(this.db, row.proposalId, person.personId)))
      return this.read(person, version, language);
    const outcome = await this.db.transaction((tx) => decidePolicy(tx, version, verdict, publisherOf(person)));
    return this.after(outcome, { person, version }, language);
  }

  private after(outcome: PublicationOutcome, of: { person: SignedIn; version: number }, language: SpokenLanguage): Promise<Version> {
    if (outcome.is === 'refused') throw new Problem(outcome.code, outcome.values === undefined ? {} : { values: outcome.values });
    return this.read(of.person, of.version, language);
  }

  private async find(person: SignedIn, version: number): Promise<Row> {
    refuseUnless(person, readers);
    const row = await findPolicyVersion(this.db, version);
    if (row === undefined) throw new Problem('NOT_FOUND');
    return { ...row, content: readPolicy(row.content) };
  }

  private async draft(person: SignedIn, version: number): Promise<Row> {
    refuseUnless(person, editors);
    const row = await this.find(person, version);
    if (row.state !== 'draft') throw new Problem('DRAFT_CLOSED');
    return row;
  }
}

function refuseUnless(person: SignedIn, roles: readonly StandingRole[]): void {
  if (!holdsOneOf(person, roles)) throw new Problem('NOT_ALLOWED');
}

function refuseUnsaved(outcome: DraftOutcome, seen: number): void {
  if (outcome.is === 'stale') throw new Problem('STALE_REVISION', { values: { expectedRev: seen, currentRev: outcome.current } });
  if (outcome.is === 'proposed') throw new Problem('POLICY_PROPOSED');
  if (outcome.is === 'missing') throw new Problem('NOT_FOUND');
}
