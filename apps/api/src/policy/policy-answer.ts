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
import { proposalFor } from '../audit/draft-proposal';
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
  const lacks = cannotConfirm(authorities, await proposerRoles(db, act), person.roles);
  return proposalFor(act, {
    ...{ personId: person.personId, editors: row.editors },
    lacks: lacks.length > 0 ? 'POLICY_NEEDS_OTHER' : undefined,
  });
}
