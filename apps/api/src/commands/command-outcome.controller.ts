import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { findCommand, type EntityKey, type Sql, type StoredCommand } from '@app/persistence';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { Problem, type RefusalReason } from '../errors/problem';
import { DATABASE } from '../tokens';
import { commandAnswer, problemOf, type CommandAnswer } from './command-answer';
import { mayRead } from './command-desk';
import { RuleRoom } from './rule-room';
import { whyRefused } from './why-refused';

const where = z.strictObject({ kind: z.enum(['project', 'call']), entityId: z.uuid(), commandId: z.uuid() });

/** Asks later what became of a command that was answered 202. */
@ApiTags('commands')
@Controller('commands')
export class CommandOutcomeController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  @Get(':kind/:entityId/:commandId')
  @ApiOperation({ summary: 'Asks what became of a command that was answered 202' })
  @ApiOkResponse({ standardSchema: commandAnswer })
  async commandOutcome(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: where }) { kind, entityId, commandId }: z.output<typeof where>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CommandAnswer> {
    const entity: EntityKey = { kind, id: entityId };
    const stored = await findCommand(this.db, entity, commandId);
    const standing = await this.rules.standing(entity);
    const own = stored?.actor.kind === 'person' && stored.actor.personId === person.personId;
    if (stored === undefined || !(own || (standing !== undefined && mayRead(actorOf(person), standing.state))))
      throw new Problem('NOT_FOUND');
    const problem = stored.outcome === null ? undefined : problemOf(stored.outcome, await this.reasonOf(entity, stored));
    if (problem !== undefined) throw problem;
    if (stored.outcome === null) response.set('Retry-After', '1');
    return answerOf(entity, stored);
  }

  private async reasonOf(entity: EntityKey, { type, outcome }: StoredCommand): Promise<RefusalReason | undefined> {
    if (outcome?.status !== 'refused') return undefined;
    return whyRefused(this.rules, { entity, command: type, code: outcome.violation.code });
  }
}

function answerOf(entity: EntityKey, { id, outcome }: StoredCommand): CommandAnswer {
  if (outcome?.status !== 'applied') return { commandId: id, status: 'pending', entity };
  return { commandId: id, status: 'applied', entity, rev: outcome.rev, events: outcome.events };
}
