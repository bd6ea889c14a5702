import { Inject, Injectable } from '@nestjs/common';
import {
  accountPerson,
  actionLink,
  mailLinkAgain,
  reopenActionLink,
  useActionLink,
  type AccountPerson,
  type ActionLink,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import type { CommandAnswer } from '../commands/command-answer';
import { callCommandBodies, projectCommandBodies } from '../commands/command-bodies';
import { CommandDesk } from '../commands/command-desk';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { DATABASE } from '../tokens';
import type { linkAnswer } from './action-links.schemas';

type StandingState = NonNullable<Awaited<ReturnType<RuleRoom['standing']>>>['state'] | undefined;

/** Commands that carry nothing and bind nobody but their sender: a link alone may give them. Everything else asks for sign-in first. */
const direct: ReadonlySet<string> = new Set(['AcceptInvitation', 'DeclareNoConflict']);

/** Links in mails: showing consumes nothing, acting is for once. A link that is over, unknown or somebody else's says no more than that. */
@Injectable()
export class ActionLinkDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly commands: CommandDesk,
    private readonly rules: RuleRoom,
  ) {}

  /** What the link asks for. Throws LINK_OVER. */
  async show(token: string, caller: SignedIn | undefined): Promise<z.output<typeof linkAnswer>> {
    const link = await this.find(token);
    const own = caller?.personId === link.personId;
    const state = (await this.rules.standing(link.entity))?.state;
    if (link.expired || (link.used ? !own : asksNothing(link, state))) throw new Problem('LINK_OVER');
    const owner = await accountPerson(this.db, link.personId);
    if (owner === undefined) throw new Problem('LINK_OVER');
    return {
      state: link.used ? 'used' : 'open',
      command: link.commandType,
      entity: link.entity,
      reference: referenceOf(state),
      addressAs: owner.addressAs,
      fixed: link.payload,
      direct: direct.has(link.commandType),
      ready: own || direct.has(link.commandType),
      expiresAt: link.expiresAt.toISOString(),
      commandId: link.used ? link.commandId : null,
    };
  }

  /** Sends the mail of a link once more, where there was one. Nobody learns from it whether a link exists. */
  async renew(token: string): Promise<void> {
    const link = await actionLink(this.db, token);
    if (link !== undefined) await mailLinkAgain(this.db, link);
  }

  /** Gives the link's command once; the same key again gets the same answer. Throws LINK_OVER, SIGN_IN_FIRST, BAD_INPUT or the refusal; a refused link stays open. */
  async act(
    token: string,
    { caller, commandId }: { caller: SignedIn | undefined; commandId: string },
    body: Record<string, unknown>,
  ): Promise<CommandAnswer> {
    const link = await this.find(token);
    const owner = await this.mayAct(link, caller, commandId);
    const given = checked(link, body);
    const first = !link.used;
    if (first && !(await useActionLink(this.db, token, commandId))) throw new Problem('LINK_OVER');
    const person: SignedIn = { ...owner, via: { kind: 'token', scopes: ['command'] } };
    try {
      return await this.commands.give(link.entity, { person, commandId }, given);
    } catch (error) {
      if (first) await reopenActionLink(this.db, token);
      throw error;
    }
  }

  /** Whose link it is, if it may act: not over, not used by another command, and asked by its owner unless it needs no sign-in. */
  private async mayAct(link: ActionLink, caller: SignedIn | undefined, commandId: string): Promise<AccountPerson> {
    if (link.expired || (link.used && link.commandId !== commandId)) throw new Problem('LINK_OVER');
    if (caller?.personId !== link.personId && !direct.has(link.commandType)) throw new Problem('SIGN_IN_FIRST');
    const owner = await accountPerson(this.db, link.personId);
    if (owner === undefined) throw new Problem('LINK_OVER');
    return owner;
  }

  private async find(token: string): Promise<ActionLink> {
    const link = await actionLink(this.db, token);
    if (link === undefined) throw new Problem('LINK_OVER');
    return link;
  }
}

function referenceOf(state: StandingState): string | null {
  if (state === undefined) return null;
  return state.kind === 'call' ? state.code : (state.projectRef ?? state.applicationRef ?? null);
}

/** Whether the proposal that the link asks to confirm has been answered meanwhile. */
function asksNothing({ commandType, payload }: ActionLink, state: StandingState): boolean {
  return commandType === 'ConfirmProposal' && state?.proposals.some((one) => one.proposalId === payload['proposalId']) !== true;
}

function checked(link: ActionLink, body: Record<string, unknown>): Parameters<CommandDesk['give']>[2] {
  const schemas: Record<string, z.ZodObject> = link.entity.kind === 'project' ? projectCommandBodies : callCommandBodies;
  const schema = schemas[link.commandType];
  if (schema === undefined) throw new Problem('LINK_OVER');
  const read = schema.safeParse({ ...body, ...link.payload });
  if (!read.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(read.error.issues) });
  return { type: link.commandType, schema, body: read.data, source: 'mail-link' };
}
