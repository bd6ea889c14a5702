import {
  cannotConfirm,
  cannotPropose,
  ladderKeys,
  policyContradictions,
  policyKeys,
  readPolicy,
  valueAt,
  type Policy,
  type PolicyAuthority,
} from '@app/domain';
import { draftChanges, proposerRoles, type PolicyVersionRow, type Sql, type TechnicalAct, type findPolicyVersion } from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import type { policyAnswer, policyList } from './policy.schemas';

type Version = z.output<typeof policyAnswer>;

/** A version with its content, who reads it, and the act that proposed it. */
interface Asked {
  row: NonNullable<Awaited<ReturnType<typeof findPolicyVersion>>>;
  act: TechnicalAct | undefined;
  person: SignedIn;
  mayEdit: boolean;
}

/** Every value of a policy by its dotted key, a ladder row as one value. */
export function valuesOf(policy: Policy): Record<string, unknown> {
  const keys = [...Object.keys(policyKeys), ...ladderKeys.map((key) => `ladder.${key}`)];
  return Object.fromEntries(keys.map((key) => [key, valueAt(policy, key)]));
}

/** A version as a list tells it. */
export function lineOf({ updatedAt, publishedAt, ...row }: PolicyVersionRow): z.output<typeof policyList>['items'][number] {
  const { version, name, state, note, baseVersion, rev, authorName, proposed, calls, projects } = row;
  return {
    ...{ version, name, state, note, baseVersion, rev, authorName, proposed, calls, projects },
    ...{ updatedAt: updatedAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null },
  };
}

/** A version as its page shows it: values, changes, contradictions, and what the reader may do about it. */
export async function answerOf(db: Sql, { row, act, person, mayEdit }: Asked, language: SpokenLanguage): Promise<Version> {
  const { changes, authorities } = await draftChanges(db, row);
  const isDraft = row.state === 'draft';
  const contradictions = isDraft ? policyContradictions(readPolicy(row.content)) : [];
  return {
    ...lineOf(row),
    values: valuesOf(row.content),
    ...{ changes, authorities },
    faults: contradictions.map(({ key, reason }) => ({ key, code: reason, ...problemSentence(reason, language) })),
    mayEdit: mayEdit && isDraft && !row.proposed,
    whyNotPropose: whyNotPropose({ isDraft, row, contradicts: contradictions.length > 0, changes: changes.length, authorities, person }),
    proposal: act === undefined ? null : await proposalOf(db, { act, row, person, authorities }),
  };
}

interface ProposeCheck {
  isDraft: boolean;
  row: PolicyVersionRow;
  contradicts: boolean;
  changes: number;
  authorities: PolicyAuthority[];
  person: SignedIn;
}

function whyNotPropose({ isDraft, row, contradicts, changes, authorities, person }: ProposeCheck): string | null {
  if (!isDraft) return 'DRAFT_CLOSED';
  if (row.proposed) return 'POLICY_PROPOSED';
  if (changes === 0) return 'POLICY_UNCHANGED';
  if (contradicts) return 'POLICY_CONTRADICTS';
  return cannotPropose(authorities, person.roles).length > 0 ? 'POLICY_NOT_YOURS' : null;
}

async function proposalOf(
  db: Sql,
  { act, row, person, authorities }: { act: TechnicalAct; row: Asked['row']; person: SignedIn; authorities: PolicyAuthority[] },
): Promise<NonNullable<Version['proposal']>> {
  const { id, state, reason, actorName, secondName, resultCode } = act;
  const mine = act.actorId === person.personId;
  const same = mine || row.editors.includes(person.personId);
  const lacks = cannotConfirm(authorities, await proposerRoles(db, act), person.roles);
  const whyNotConfirm = state !== 'proposed' ? 'ACT_NOT_WAITING' : same ? 'SAME_PERSON' : lacks.length > 0 ? 'POLICY_NEEDS_OTHER' : null;
  return {
    ...{ id, state, reason, actorName, secondName, resultCode, mine, whyNotConfirm },
    ...{ openedAt: act.openedAt.toISOString(), endedAt: act.endedAt?.toISOString() ?? null },
  };
}
