import { Inject, Injectable } from '@nestjs/common';
import type { MailTextPair, NotificationKind, StandingRole } from '@app/domain';
import { builtInTexts, textValuesOf } from '@app/mail';
import {
  beginTemplateDraft,
  decideTemplate,
  discardTemplateDraft,
  findAct,
  findTemplateVersion,
  proposeTemplate,
  releasedTexts,
  sameTexts,
  saveTemplateDraft,
  templateStandings,
  templateVersions,
  trialMails,
  withdrawAct,
  type ReleaseCheck,
  type ReleaseOutcome,
  type SeenTemplate,
  type TemplateOutcome,
} from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import { answerOf, builtIn, lineOf, proposalOf, templateEditors } from './template-answer';
import { inWords, TemplatePreview } from './template-preview';
import type {
  discardedTemplate,
  templateAnswer,
  templateList,
  templatePreview,
  templateVersionAnswer,
  trialList,
} from './templates.schemas';

type Answer = z.output<typeof templateVersionAnswer>;
/** One version of the words of a kind. */
interface Place {
  kind: NotificationKind;
  version: number;
}

const readers: readonly StandingRole[] = ['SH', 'AD', 'CO', 'AU'];

/** Reads the words of mails, writes drafts of them, and has them released by two people. */
@Injectable()
export class TemplateDesk {
  private readonly check: ReleaseCheck;

  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    private readonly preview: TemplatePreview,
  ) {
    this.check = { builtIn: builtInTexts, findings: (tx, kind, texts) => preview.findings(tx, kind, texts) };
  }

  /** Every kind of mail. Throws NOT_ALLOWED. */
  async list(person: SignedIn): Promise<z.output<typeof templateList>> {
    refuseUnless(person, readers);
    const standings = await templateStandings(this.db);
    const items = standings.map(({ releasedAt, ...one }) => ({ ...one, releasedAt: releasedAt?.toISOString() ?? null }));
    return { items, mayDraft: holdsOneOf(person, templateEditors) };
  }

  /** One kind with its versions; version 0 is the words of the release. Throws NOT_ALLOWED. */
  async kind(person: SignedIn, kind: NotificationKind): Promise<z.output<typeof templateAnswer>> {
    refuseUnless(person, readers);
    const rows = await templateVersions(this.db, kind);
    const inForce = rows.find(({ state }) => state === 'released')?.version ?? 0;
    const versions = [...rows.map((row) => lineOf(row, inForce)), builtIn(kind, inForce)];
    return { kind, inForce, versions, values: textValuesOf(kind), mayDraft: holdsOneOf(person, templateEditors) };
  }

  /** One version with its findings and its way to release. Throws NOT_ALLOWED and NOT_FOUND. */
  async read(person: SignedIn, { kind, version }: Place, language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, readers);
    const released = (await releasedTexts(this.db)).get(kind) ?? { version: 0, texts: builtInTexts(kind) };
    if (version === 0)
      return answerOf({ kind, line: builtIn(kind, released.version), findings: [], same: true, proposal: null, mayEdit: false });
    const row = await findTemplateVersion(this.db, kind, version);
    if (row === undefined) throw new Problem('NOT_FOUND');
    const findings = row.state === 'draft' ? await this.preview.findings(this.db, kind, row.texts) : [];
    const act = row.proposalId === null ? undefined : await findAct(this.db, row.proposalId);
    return answerOf({
      ...{ kind, line: lineOf(row, released.version), findings: inWords(findings, language), same: sameTexts(row.texts, released.texts) },
      proposal: act === undefined ? null : proposalOf(act, row, person),
      mayEdit: row.state === 'draft' && !row.proposed && holdsOneOf(person, templateEditors),
    });
  }

  /** A mail as it would read with these words. Throws NOT_ALLOWED and NOT_FOUND. */
  show(
    person: SignedIn,
    kind: NotificationKind,
    of: { texts: MailTextPair; mail?: string },
    language: SpokenLanguage,
  ): Promise<z.output<typeof templatePreview>> {
    refuseUnless(person, readers);
    return this.preview.show(kind, of, language);
  }

  /** Real mails to try words on. Throws NOT_ALLOWED. */
  async trials(person: SignedIn, kind: NotificationKind, q: string | undefined): Promise<z.output<typeof trialList>> {
    refuseUnless(person, readers);
    const mails = await trialMails(this.db, kind, { ...(q === undefined ? {} : { q }), limit: 30 });
    return { items: mails.map(({ sendAfter, ...mail }) => ({ ...mail, sendAfter: sendAfter.toISOString() })) };
  }

  /** Begins a draft, once under its key. Throws NOT_ALLOWED, NOT_FOUND for an unknown base, TEMPLATE_DRAFT_OPEN and KEY_REUSED. */
  async begin({ person, commandId }: CommandCall, kind: NotificationKind, base: number, language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, templateEditors);
    const texts = base === 0 ? builtInTexts(kind) : (await findTemplateVersion(this.db, kind, base))?.texts;
    if (texts === undefined) throw new Problem('NOT_FOUND');
    const begun = await this.db.transaction((tx) => beginTemplateDraft(tx, { key: commandId, kind, base, texts, by: person.personId }));
    if (begun.is !== 'begun') throw new Problem(begun.is === 'open' ? 'TEMPLATE_DRAFT_OPEN' : 'KEY_REUSED');
    return this.read(person, { kind, version: begun.version }, language);
  }

  /** Saves the words of a draft. Throws NOT_ALLOWED, NOT_FOUND, STALE_REVISION and POLICY_PROPOSED. */
  async write(person: SignedIn, draft: SeenTemplate, texts: MailTextPair, language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, templateEditors);
    refuseUnsaved(await this.db.transaction((tx) => saveTemplateDraft(tx, draft, texts, person.personId)), draft.seen);
    return this.read(person, draft, language);
  }

  /** Discards a draft. Throws as `write` does. */
  async discard(person: SignedIn, draft: SeenTemplate): Promise<z.output<typeof discardedTemplate>> {
    refuseUnless(person, templateEditors);
    refuseUnsaved(await this.db.transaction((tx) => discardTemplateDraft(tx, draft)), draft.seen);
    return { discarded: true };
  }

  /** Proposes a draft, once under its key. Throws why it cannot be proposed. */
  async propose({ person, commandId }: CommandCall, draft: SeenTemplate & { reason: string }, language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, templateEditors);
    const proposal = { ...draft, actId: commandId };
    return this.after(
      await this.db.transaction((tx) => proposeTemplate(tx, proposal, releaserOf(person), this.check)),
      person,
      draft,
      language,
    );
  }

  /** A second person's word; whoever proposed it may take it back. Throws SAME_PERSON, ACT_NOT_WAITING and TEMPLATE_FINDINGS. */
  async decide(person: SignedIn, place: Place, verdict: 'confirm' | 'reject', language: SpokenLanguage): Promise<Answer> {
    refuseUnless(person, templateEditors);
    const row = await findTemplateVersion(this.db, place.kind, place.version);
    if (row === undefined) throw new Problem('NOT_FOUND');
    if (verdict === 'reject' && row.proposalId !== null && (await withdrawAct(this.db, row.proposalId, person.personId)))
      return this.read(person, place, language);
    const outcome = await this.db.transaction((tx) => decideTemplate(tx, { ...place, verdict }, releaserOf(person), this.check));
    return this.after(outcome, person, place, language);
  }

  private after(outcome: ReleaseOutcome, person: SignedIn, place: Place, language: SpokenLanguage): Promise<Answer> {
    if (outcome.is === 'refused') throw new Problem(outcome.code, outcome.values === undefined ? {} : { values: outcome.values });
    return this.read(person, place, language);
  }
}

function releaserOf({ personId, via }: SignedIn): { personId: string; door: 'page' | 'api' } {
  return { personId, door: via.kind === 'token' ? 'api' : 'page' };
}

function refuseUnless(person: SignedIn, roles: readonly StandingRole[]): void {
  if (!holdsOneOf(person, roles)) throw new Problem('NOT_ALLOWED');
}

function refuseUnsaved(outcome: TemplateOutcome, seen: number): void {
  if (outcome.is === 'stale') throw new Problem('STALE_REVISION', { values: { expectedRev: seen, currentRev: outcome.current } });
  if (outcome.is === 'proposed') throw new Problem('POLICY_PROPOSED');
  if (outcome.is === 'missing') throw new Problem('DRAFT_CLOSED');
}
