import type { EntityKey } from '@app/persistence';
import { z } from 'zod';
import type { Submission } from '../command-gateway/command.gateway';
import { Problem, type RefusalReason } from '../errors/problem';

/** What became of a command, as its sender is told. */
export const commandAnswer = z
  .object({
    commandId: z.string(),
    status: z.enum(['applied', 'pending']),
    entity: z.object({ kind: z.enum(['project', 'call']), id: z.uuid() }),
    rev: z.number().int().optional().meta({ description: 'Revision after the command; send it in If-Match next time' }),
    stage: z.string().optional(),
    subState: z.string().optional(),
    events: z.array(z.string()).optional().meta({ description: 'What happened, by type' }),
  })
  .meta({ id: 'CommandAnswer' });

/** The answer of an applied or pending command. */
export type CommandAnswer = z.output<typeof commandAnswer>;

/** Where a command's answer can be asked for later. */
export function commandAddress(entity: EntityKey, commandId: string): string {
  return `/api/commands/${entity.kind}/${entity.id}/${commandId}`;
}

/** The problem that a submission without success is, a refusal with what it rests on; nothing when it was applied or waits. */
export function problemOf(submission: Submission, because?: RefusalReason): Problem | undefined {
  switch (submission.status) {
    case 'refused': {
      const { code, values } = submission.violation;
      const why = because === undefined ? {} : { because };
      return new Problem(code, { values: { ...values, rev: submission.rev }, ...why, headers: { ETag: `"${submission.rev}"` } });
    }
    case 'failed':
      return new Problem('COMMAND_FAILED', { values: { incident: submission.incident } });
    case 'other-content':
      return new Problem('KEY_REUSED');
    case 'unavailable':
      return new Problem(submission.why === 'halted' ? 'HALTED' : 'UNAVAILABLE', {
        headers: { 'Retry-After': String(submission.retryAfterS) },
      });
    case 'applied':
    case 'pending':
      return undefined;
  }
}
