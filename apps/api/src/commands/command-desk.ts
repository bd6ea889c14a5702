import { Inject, Injectable } from '@nestjs/common';
import { canRead, canReadCall, type Actor } from '@app/domain';
import {
  dropDetachedTexts,
  entityForKey,
  findView,
  storeDetachedTexts,
  unknownDocuments,
  type CommandSource,
  type EntityKey,
  type NewCommand,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf } from '../auth/signed-in';
import { CommandGateway, type Submission } from '../command-gateway/command.gateway';
import { Problem, type RefusalReason } from '../errors/problem';
import { DATABASE } from '../tokens';
import { problemOf, type CommandAnswer } from './command-answer';
import type { CommandCall } from './command-call.decorator';
import { detachTexts } from './detach-texts';
import { documentRefsIn } from './document-refs';
import { newEntityId } from './new-entity-id';
import { RuleRoom, type AnyState } from './rule-room';
import { whyRefused } from './why-refused';

/** A command as a route hands it over: its type, the schema that has checked the body, and the body. */
export interface GivenBody {
  type: string;
  schema: z.ZodObject;
  body: Record<string, unknown>;
  source?: CommandSource;
}

/** Takes commands from routes: what the sender may not see does not exist, texts and files are checked and detached, the gateway does the rest. */
@Injectable()
export class CommandDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly gateway: CommandGateway,
    private readonly rules: RuleRoom,
  ) {}

  /** Gives a command to an entity that exists. Throws the problem when it is not applied and does not wait. */
  async give(entity: EntityKey, call: CommandCall, given: GivenBody): Promise<CommandAnswer> {
    const standing = await this.rules.standing(entity);
    if (standing === undefined || !mayRead(actorOf(call.person), standing.state)) throw new Problem('NOT_FOUND');
    return this.submit(entity, call, given);
  }

  /** Gives the command that creates an entity; the same key finds the same entity again. `clockOf` names the call whose clock a new project has. */
  async create(kind: EntityKey['kind'], call: CommandCall, given: GivenBody, clockOf?: EntityKey): Promise<CommandAnswer> {
    const entity = await entityForKey(this.db, call.person.personId, call.commandId, { kind, id: newEntityId(Date.now()) });
    if (entity === undefined) throw new Problem('KEY_REUSED');
    return this.submit(entity, call, given, clockOf);
  }

  private async submit(entity: EntityKey, call: CommandCall, given: GivenBody, clockOf?: EntityKey): Promise<CommandAnswer> {
    const { payload: detached, texts } = detachTexts(given.schema, given.body, call.commandId);
    const { reason, ...payload } = detached as Record<string, unknown> & { reason?: NewCommand['reason'] };
    const [unknown] = await unknownDocuments(this.db, entity, documentRefsIn(payload));
    if (unknown !== undefined) throw new Problem('UNKNOWN_DOCUMENT', { values: { documentId: unknown.documentId } });
    await storeDetachedTexts(this.db, entity, texts, call.person.personId);
    const command: NewCommand = {
      id: call.commandId,
      type: given.type,
      actor: actorOf(call.person),
      payload,
      source: given.source ?? (call.person.via.kind === 'session' ? 'web' : 'api'),
      ...(reason === undefined ? {} : { reason }),
      ...(call.expectedRev === undefined ? {} : { expectedRev: call.expectedRev }),
    };
    const submission = await this.gateway.submit(entity, command, clockOf);
    const problem = problemOf(submission, await this.reasonOf(entity, given.type, submission));
    if (problem === undefined) return this.answer(entity, call, submission);
    if (submission.status === 'refused') await dropDetachedTexts(this.db, texts);
    throw problem;
  }

  private async reasonOf(entity: EntityKey, command: string, submission: Submission): Promise<RefusalReason | undefined> {
    if (submission.status !== 'refused') return undefined;
    return whyRefused(this.rules, { entity, command, code: submission.violation.code });
  }

  private async answer(entity: EntityKey, { commandId }: CommandCall, submission: Submission): Promise<CommandAnswer> {
    if (submission.status !== 'applied') return { commandId, status: 'pending', entity };
    const { rev, events } = submission;
    const view = await findView(this.db, entity);
    return {
      commandId,
      status: 'applied',
      entity,
      rev,
      events,
      ...(view === undefined ? {} : { stage: view.stage, subState: view.subState }),
    };
  }
}

/** Whether an actor may see an entity at all. */
export function mayRead(actor: Actor, state: AnyState): boolean {
  return state.kind === 'project' ? canRead(actor, state) : canReadCall(actor, state);
}
