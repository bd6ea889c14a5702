import {
  cannotConfirm,
  cannotPropose,
  comparePolicies,
  policyContradictions,
  readPolicy,
  type PersonId,
  type Policy,
  type PolicyAuthority,
  type PolicyDifference,
  type StandingRole,
} from '@app/domain';
import { decideAct, endAct, findAct, openAct, type ActDoor, type TechnicalAct } from '../engine/technical-acts';
import { accountPerson } from '../people/account-person';
import type { Sql } from '../sql';
import { proposeDraft, publishDraft } from './policy-drafts';
import { findPolicyVersion } from './policy-reader';

/** Kind of the act by which a policy version is published. */
export const policyPublication = 'policy.publish';

/** Who asks for a publication or decides on it. Nobody only for who works on the server itself; he counts as an administrator. */
export interface Publisher {
  personId: PersonId | null;
  roles: readonly StandingRole[];
  door: ActDoor;
}

/** What became of a proposal or a decision: the act, or why it is refused. */
export type PublicationOutcome =
  { is: 'act'; act: TechnicalAct } | { is: 'refused'; code: string; values?: Record<string, string | number | string[]> };

/** What a draft changes, in the order of the keys, and whose word each change needs. */
export async function draftChanges(
  db: Sql,
  { content, baseVersion }: { content: Policy; baseVersion: number | null },
): Promise<{ changes: PolicyDifference[]; authorities: PolicyAuthority[] }> {
  const base = baseVersion === null ? undefined : await findPolicyVersion(db, baseVersion);
  const changes = base === undefined ? [] : [...comparePolicies(readPolicy(base.content), readPolicy(content))];
  return { changes, authorities: [...new Set(changes.map(({ changedBy }) => changedBy))] };
}

/** What is proposed: which draft, at which revision, why. */
export interface PolicyProposal {
  actId: string;
  version: number;
  seen: number;
  reason: string;
}

/**
 * Proposes a draft to a second person, once under the act's key. Refused for a draft that changes nothing, whose values contradict each other, which
 * somebody saved meanwhile, or which changes keys that are not the proposer's.
 */
export async function proposePolicy(tx: Sql, proposal: PolicyProposal, by: Publisher): Promise<PublicationOutcome> {
  const { actId, version, seen, reason } = proposal;
  const draft = await lockedDraft(tx, version);
  if (draft === undefined) return refused('NOT_FOUND');
  const known = await findAct(tx, actId);
  const whyNot = known === undefined ? whyNotProposed(draft, seen, by) : undefined;
  if (whyNot !== undefined) return whyNot;
  const opened = await openAct(tx, {
    ...{ id: actId, kind: policyPublication, entity: null, door: by.door, actorId: by.personId, reason },
    ...{ asked: { version, rev: seen }, before: valuesOf(draft.changes, 'before'), needsSecond: true },
  });
  if (opened.is === 'key-reused') return refused('KEY_REUSED');
  if (opened.is === 'opened') await proposeDraft(tx, version, { seen, actId });
  return { is: 'act', act: opened.act };
}

/**
 * A second person decides on a proposed draft. Confirmed, it is published for good; rejected, it is a draft again. Nobody confirms what he proposed or
 * wrote, nor without the right for every key that changes. Decided again in the same way by the same person it is quiet.
 */
export async function decidePolicy(
  tx: Sql,
  version: number,
  verdict: 'confirm' | 'reject',
  by: Publisher & { personId: PersonId },
): Promise<PublicationOutcome> {
  const draft = await lockedDraft(tx, version);
  if (draft === undefined) return refused('NOT_FOUND');
  const act = await findAct(tx, draft.proposalId ?? noAct);
  if (act === undefined) return refused('ACT_NOT_WAITING');
  const whyNot = act.state === 'proposed' && verdict === 'confirm' ? await whyNotConfirmed(tx, { draft, act, by }) : undefined;
  if (whyNot !== undefined) return whyNot;
  const decided = await decideAct(tx, act.id, verdict, { personId: by.personId, door: by.door });
  if (decided.is === 'refused') return refused(decided.code);
  if (decided.is === 'decided' && verdict === 'confirm') await publish(tx, draft, act.id);
  return { is: 'act', act: decided.act };
}

const noAct = '00000000-0000-0000-0000-000000000000';

type LockedDraft = NonNullable<Awaited<ReturnType<typeof findPolicyVersion>>> & Awaited<ReturnType<typeof draftChanges>>;

/** The draft with what it changes, locked until the transaction ends. */
async function lockedDraft(tx: Sql, version: number): Promise<LockedDraft | undefined> {
  await tx.query('SELECT FROM policy_version WHERE version = $1 FOR UPDATE', [version]);
  const draft = await findPolicyVersion(tx, version);
  return draft === undefined ? undefined : { ...draft, ...(await draftChanges(tx, draft)) };
}

function whyNotProposed(draft: LockedDraft, seen: number, by: Publisher): PublicationOutcome | undefined {
  if (draft.state !== 'draft') return refused('DRAFT_CLOSED');
  if (draft.rev !== seen) return refused('STALE_REVISION', { expectedRev: seen, currentRev: draft.rev });
  if (draft.proposed) return refused('POLICY_PROPOSED');
  if (draft.changes.length === 0) return refused('POLICY_UNCHANGED');
  const [first] = policyContradictions(readPolicy(draft.content));
  if (first !== undefined) return refused('POLICY_CONTRADICTS', { key: first.key });
  const missing = cannotPropose(draft.authorities, by.roles);
  return missing.length > 0 ? refused('POLICY_NOT_YOURS', { keys: keysOf(draft.changes, missing) }) : undefined;
}

async function whyNotConfirmed(
  tx: Sql,
  { draft, act, by }: { draft: LockedDraft; act: TechnicalAct; by: Publisher & { personId: PersonId } },
): Promise<PublicationOutcome | undefined> {
  if (act.actorId === by.personId || draft.editors.includes(by.personId)) return refused('SAME_PERSON');
  const missing = cannotConfirm(draft.authorities, await proposerRoles(tx, act), by.roles);
  return missing.length > 0 ? refused('POLICY_NEEDS_OTHER', { keys: keysOf(draft.changes, missing) }) : undefined;
}

async function publish(tx: Sql, { version, changes }: LockedDraft, actId: string): Promise<void> {
  if (!(await publishDraft(tx, version, actId))) throw new Error(`policy draft ${version} changed while it was locked`);
  const values = { version, changes: changes.length };
  await endAct(tx, actId, { state: 'done', code: 'POLICY_PUBLISHED', values, after: valuesOf(changes, 'after') });
}

/** Roles of whoever proposed an act, as he holds them now; who works on the server itself counts as an administrator. */
export async function proposerRoles(db: Sql, { actorId }: Pick<TechnicalAct, 'actorId'>): Promise<readonly StandingRole[]> {
  return actorId === null ? ['AD'] : ((await accountPerson(db, actorId))?.roles ?? []);
}

function refused(code: string, values?: Record<string, string | number | string[]>): PublicationOutcome {
  return { is: 'refused', code, ...(values === undefined ? {} : { values }) };
}

function keysOf(changes: readonly PolicyDifference[], of: readonly PolicyAuthority[]): string[] {
  return changes.filter(({ changedBy }) => of.includes(changedBy)).map(({ key }) => key);
}

function valuesOf(changes: readonly PolicyDifference[], side: 'before' | 'after'): Record<string, unknown> {
  return Object.fromEntries(changes.map((one) => [one.key, one[side]]));
}
