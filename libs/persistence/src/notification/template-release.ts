import type { MailTextPair, NotificationKind, PersonId, TextFinding } from '@app/domain';
import { decideAct, endAct, findAct, openAct, type ActDoor, type TechnicalAct } from '../engine/technical-acts';
import type { Sql } from '../sql';
import { findTemplateVersion, releasedTexts, type SeenTemplate, type TemplateVersionRow } from './mail-templates';

/** Kind of the act by which words of mails are released. */
export const templateRelease = 'template.release';

/** Who asks for a release or decides on it. Nobody only for who works on the server itself. */
export interface Releaser {
  personId: PersonId | null;
  door: ActDoor;
}

/** What became of a proposal or a decision: the act, or why it is refused. */
export type ReleaseOutcome =
  { is: 'act'; act: TechnicalAct } | { is: 'refused'; code: string; values?: Record<string, string | number | string[]> };

/** What a release needs beside the tables: what is wrong with words, and the words of the release. */
export interface ReleaseCheck {
  findings: (tx: Sql, kind: NotificationKind, texts: MailTextPair) => Promise<TextFinding[]>;
  builtIn: (kind: NotificationKind) => MailTextPair;
}

/**
 * Proposes a draft to a second person, once under the act's key. Refused for words that are in force already, that somebody saved meanwhile, or that
 * something is to be put right in.
 */
export async function proposeTemplate(
  tx: Sql,
  proposal: SeenTemplate & { actId: string; reason: string },
  by: Releaser,
  check: ReleaseCheck,
): Promise<ReleaseOutcome> {
  const { actId, kind, version, seen, reason } = proposal;
  const draft = await lockedDraft(tx, kind, version);
  if (draft === undefined) return refused('NOT_FOUND');
  const before = (await releasedTexts(tx)).get(kind) ?? { version: 0, texts: check.builtIn(kind) };
  const known = await findAct(tx, actId);
  const whyNot = known === undefined ? await whyNotProposed(tx, draft, { seen, inForce: before.texts }, check) : undefined;
  if (whyNot !== undefined) return whyNot;
  const opened = await openAct(tx, {
    ...{ id: actId, kind: templateRelease, entity: null, door: by.door, actorId: by.personId, reason },
    ...{ asked: { kind, version, rev: seen }, before: { template: kind, version: before.version }, needsSecond: true },
  });
  if (opened.is === 'key-reused') return refused('KEY_REUSED');
  if (opened.is === 'opened')
    await tx.query('UPDATE mail_template SET proposal_id = $3 WHERE kind = $1 AND version = $2', [kind, version, actId]);
  return { is: 'act', act: opened.act };
}

/**
 * A second person decides on proposed words. Confirmed, they are in force from the next mail that is written; rejected, they are a draft again. Nobody
 * confirms what he proposed or wrote. Decided again in the same way by the same person it is quiet.
 */
export async function decideTemplate(
  tx: Sql,
  { kind, version, verdict }: { kind: NotificationKind; version: number; verdict: 'confirm' | 'reject' },
  by: Releaser & { personId: PersonId },
  check: ReleaseCheck,
): Promise<ReleaseOutcome> {
  const draft = await lockedDraft(tx, kind, version);
  if (draft === undefined) return refused('NOT_FOUND');
  const act = draft.proposalId === null ? undefined : await findAct(tx, draft.proposalId);
  if (act === undefined) return refused('ACT_NOT_WAITING');
  const whyNot = act.state === 'proposed' && verdict === 'confirm' ? await whyNotConfirmed(tx, draft, by, check) : undefined;
  if (whyNot !== undefined) return whyNot;
  const decided = await decideAct(tx, act.id, verdict, { personId: by.personId, door: by.door });
  if (decided.is === 'refused') return refused(decided.code);
  if (decided.is === 'decided' && verdict === 'confirm') await release(tx, draft, act.id);
  return { is: 'act', act: decided.act };
}

async function lockedDraft(tx: Sql, kind: NotificationKind, version: number): Promise<TemplateVersionRow | undefined> {
  await tx.query('SELECT FROM mail_template WHERE kind = $1 AND version = $2 FOR UPDATE', [kind, version]);
  return findTemplateVersion(tx, kind, version);
}

async function whyNotProposed(
  tx: Sql,
  draft: TemplateVersionRow,
  { seen, inForce }: { seen: number; inForce: MailTextPair },
  check: ReleaseCheck,
): Promise<ReleaseOutcome | undefined> {
  if (draft.state !== 'draft') return refused('DRAFT_CLOSED');
  if (draft.rev !== seen) return refused('STALE_REVISION', { expectedRev: seen, currentRev: draft.rev });
  if (draft.proposed) return refused('POLICY_PROPOSED');
  if (sameTexts(draft.texts, inForce)) return refused('TEMPLATE_UNCHANGED');
  return whyNotSound(await check.findings(tx, draft.kind, draft.texts));
}

async function whyNotConfirmed(
  tx: Sql,
  draft: TemplateVersionRow,
  by: { personId: PersonId },
  check: ReleaseCheck,
): Promise<ReleaseOutcome | undefined> {
  if (draft.editors.includes(by.personId)) return refused('SAME_PERSON');
  return whyNotSound(await check.findings(tx, draft.kind, draft.texts));
}

function whyNotSound(findings: readonly TextFinding[]): ReleaseOutcome | undefined {
  return findings.length === 0 ? undefined : refused('TEMPLATE_FINDINGS', { findings: findings.length });
}

/** Whether two pairs say the same, character for character. */
export function sameTexts(one: MailTextPair, other: MailTextPair): boolean {
  return (['zh-CN', 'en'] as const).every(
    (language) => one[language].act === other[language].act && JSON.stringify(one[language].body) === JSON.stringify(other[language].body),
  );
}

async function release(tx: Sql, { kind, version }: TemplateVersionRow, actId: string): Promise<void> {
  await tx.query(`UPDATE mail_template SET state = 'released', released_at = now() WHERE kind = $1 AND version = $2`, [kind, version]);
  await endAct(tx, actId, {
    ...{ state: 'done', code: 'TEMPLATE_RELEASED', values: { template: kind, version } },
    after: { template: kind, version },
  });
}

function refused(code: string, values?: Record<string, string | number | string[]>): ReleaseOutcome {
  return { is: 'refused', code, ...(values === undefined ? {} : { values }) };
}
