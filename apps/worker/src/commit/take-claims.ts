import type { ClaimRequest, Decision } from '@app/domain';
import { holderReference } from '@app/persistence';
import { releaseClaims, takeClaim, type ClaimKey } from '@app/persistence/ledger-writer';
import type { CommitSession } from './commit-session';
import type { AnyEvent } from './deciders';

/** A decision that is not a refusal. */
export type Accepted = Extract<Decision<AnyEvent>, { ok: true }>;

/** More rounds would mean a rule that asks for something new each time. */
const maxRounds = 5;

/**
 * Takes the slots a decision asks for, in sorted order, and gives back those it releases. Where one is held by somebody else the rule decides again,
 * knowing that; a rule that still asks for it is refused with the holder's name.
 * @param decide decides with the slots known to be taken, `scope/key` → holder
 */
export async function decideWithClaims(
  session: CommitSession,
  decide: (taken: Record<string, string>) => Decision<AnyEvent>,
): Promise<Decision<AnyEvent>> {
  let taken: Record<string, string> = {};
  for (let round = 0; round < maxRounds; round += 1) {
    const decision = decide(taken);
    if (!decision.ok) return decision;
    const refused = decision.claims?.find((claim) => taken[keyOf(claim)] !== undefined);
    if (refused !== undefined) return refusal(session, refused, taken[keyOf(refused)] ?? '');
    const rival = await takeAll(session, decision);
    if (rival === undefined) return decision;
    taken = { ...taken, ...rival };
  }
  throw new Error('a rule asks for ever new claims');
}

function keyOf(claim: Pick<ClaimRequest, 'scope' | 'key'>): string {
  return `${claim.scope}/${claim.key}`;
}

/** All or none: a conflict gives back what was taken before it. */
async function takeAll(session: CommitSession, decision: Accepted): Promise<Record<string, string> | undefined> {
  const { tx, entity } = session;
  const claims = [...(decision.claims ?? [])].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const releases = decision.releases ?? [];
  if (claims.length === 0 && releases.length === 0) return undefined;
  await tx.query('SAVEPOINT claims');
  await releaseClaims(
    tx,
    releases.map((one) => inRoom(session, one)),
    entity,
  );
  for (const claim of claims) {
    const holder = await takeClaim(tx, inRoom(session, claim), entity);
    if (holder === undefined) continue;
    await tx.query('ROLLBACK TO SAVEPOINT claims');
    return { [keyOf(claim)]: holder };
  }
  await tx.query('RELEASE SAVEPOINT claims');
  return undefined;
}

/** What a decision took and gave back, as the ledger keeps it. */
export function slotsInRoom(session: CommitSession, decision: Accepted): { claims?: ClaimKey[]; releases?: ClaimKey[] } {
  const { claims, releases } = decision;
  return {
    ...(claims === undefined || claims.length === 0 ? {} : { claims: claims.map((one) => inRoom(session, one)) }),
    ...(releases === undefined || releases.length === 0 ? {} : { releases: releases.map((one) => inRoom(session, one)) }),
  };
}

/** A rehearsal never holds a slot of the programme, nor one of another room. */
function inRoom({ standing }: CommitSession, { scope, key }: ClaimKey): ClaimKey {
  return { scope, key: standing.roomId === null ? key : `${standing.roomId}/${key}` };
}

async function refusal({ tx }: CommitSession, claim: ClaimRequest, holderId: string): Promise<Decision<AnyEvent>> {
  const holder = (await holderReference(tx, holderId)) ?? holderId;
  const values = { scope: claim.scope, key: claim.key, holder, holderId };
  return { ok: false, violation: { code: claim.ifTaken, message: `${claim.scope} ${claim.key} is held by ${holder}`, values } };
}
