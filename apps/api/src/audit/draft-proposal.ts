import type { TechnicalAct } from '@app/persistence';
import { z } from 'zod';

const instant = z.string().meta({ format: 'date-time' });

/** How the proposal of a draft stands, and whether the reader may decide on it. */
export const draftProposal = z.object({
  id: z.uuid(),
  state: z.enum(['proposed', 'running', 'done', 'failed']),
  reason: z.string(),
  actorName: z.string().nullable(),
  secondName: z.string().nullable(),
  openedAt: instant,
  endedAt: instant.nullable(),
  resultCode: z.string().nullable(),
  mine: z.boolean(),
  whyNotConfirm: z.string().nullable().meta({ description: 'Why the reader cannot confirm it; null when he can' }),
});

/**
 * A proposal as its reader is told. Nobody confirms what he proposed or wrote.
 * @param lacks code of why the reader has not the right; nothing when he has
 */
export function proposalFor(
  act: TechnicalAct,
  { personId, editors, lacks }: { personId: string; editors: readonly string[]; lacks: string | undefined },
): z.output<typeof draftProposal> {
  const { id, state, reason, actorName, secondName, resultCode } = act;
  const mine = act.actorId === personId;
  const same = mine || editors.includes(personId);
  const whyNotConfirm = state !== 'proposed' ? 'ACT_NOT_WAITING' : same ? 'SAME_PERSON' : (lacks ?? null);
  return {
    ...{ id, state, reason, actorName, secondName, resultCode, mine, whyNotConfirm },
    ...{ openedAt: act.openedAt.toISOString(), endedAt: act.endedAt?.toISOString() ?? null },
  };
}
