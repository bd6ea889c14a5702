import type { CallCommand, CallCommandType } from '@app/domain';
import { z } from 'zod';
import { code, country, distinctIds, id, instant, localDate, nothing, year } from '../../project/schemas/wire-values.schema';

const clock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real') }),
  z.strictObject({ kind: z.literal('rated'), anchorReal: instant, anchorVirtual: instant, rate: z.number().positive() }),
  z.strictObject({ kind: z.literal('conducted'), roomId: id }),
]);

/** Payload of a call command. No call command of the main road carries free text, so people send exactly what the ledger holds. */
export const callPayloads = {
  CreateCall: z.strictObject({
    code: z
      .string()
      .regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/)
      .max(40),
    programme: z.string().regex(/^[A-Z0-9]{2,12}$/),
    year,
    opensAt: instant,
    closesAt: instant,
    policyVersion: z.number().int().positive(),
    clock: clock.exactOptional(),
  }),
  PublishCall: nothing,
  FixRanking: z.strictObject({
    chairVotes: z
      .array(z.strictObject({ before: id, after: id }))
      .max(500)
      .exactOptional(),
  }),
  PrepareProposal: nothing,
  DecideProposal: z.strictObject({
    lines: z
      .array(z.strictObject({ projectId: id, decision: z.enum(['approve', 'reserve', 'reject']) }))
      .min(1)
      .max(500),
    present: distinctIds(1, 60),
    votesFor: z.number().int().nonnegative(),
    votesAgainst: z.number().int().nonnegative(),
  }),
  StartPublicNotice: z.strictObject({ startOn: localDate }),
  AnnounceProjects: nothing,
  CountApplication: z.strictObject({ projectId: id }),
  FreePlace: z.strictObject({ projectId: id, hostCountry: country }),
  ReclaimPlace: z.strictObject({ projectId: id, hostCountry: country }),
  ConfirmProposal: z.strictObject({ proposalId: code }),
  RejectProposal: z.strictObject({ proposalId: code }),
  Wake: nothing,
  Sync: nothing,
  Replan: nothing,
} satisfies { [T in CallCommandType]: z.ZodType<Extract<CallCommand, { type: T }>['payload']> };
