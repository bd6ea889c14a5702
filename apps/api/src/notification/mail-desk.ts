import { Inject, Injectable } from '@nestjs/common';
import {
  actOnMail,
  correctAddress,
  hurryMail,
  skipMail,
  decideUncertain,
  isAddressTaken,
  sendAgain,
  type MailActKind,
  type MailActOutcome,
  type MailActor,
  type MailChange,
  type MailDetail,
} from '@app/persistence';
import type { z } from 'zod';
import type { CommandCall } from '../commands/command-call.decorator';
import { MailDeskBell } from '../command-gateway/mail-desk-bell';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import { MailNeeds, whyNotWaiting } from './mail-needs';
import { actsOnMails, MailPages } from './mail-pages';
import type { mailActAnswer } from './mails.schemas';

type Answer = z.output<typeof mailActAnswer>;

/** An act on a mail, and why. */
interface Wanted {
  id: string;
  act: MailActKind;
  reason: string;
}

/**
 * What officers do with mails. Mails are no facts of a project, so these are no commands: each act changes rows of the outbox once under its key, and
 * an audit row keeps who did it and why. Every method throws NOT_FOUND, NOT_ALLOWED and KEY_REUSED.
 */
@Injectable()
export class MailDesk {
  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    private readonly pages: MailPages,
    private readonly needs: MailNeeds,
    private readonly bell: MailDeskBell,
  ) {}

  /** Sends a mail again as a new one with a key of its own. Throws why it makes no sense: MAIL_WAITS, LETTER_HELD, MAIL_UNCERTAIN, MAIL_NOT_NEEDED, NO_WORKING_ADDRESS. */
  async sendAgain(call: CommandCall, id: string, reason: string): Promise<Answer> {
    return this.act(call, { id, reason, act: 'send-again' }, async (tx) => {
      const why = await this.needs.whyNotAgain(await this.pages.read(call.person, id));
      if (why !== undefined) throw new Problem(why.code, why.values === undefined ? {} : { values: why.values });
      return sendAgain(tx, id);
    });
  }

  /** Decides on a mail nobody knows the fate of. Throws MAIL_NOT_UNCERTAIN when somebody else decided. */
  async decide(
    call: CommandCall,
    id: string,
    { decision, reason }: { decision: 'send-again' | 'delivered'; reason: string },
  ): Promise<Answer> {
    const act = decision === 'delivered' ? 'decide-delivered' : 'decide-send-again';
    return this.act(call, { id, reason, act }, async (tx) => {
      if (!(await decideUncertain(tx, id, decision))) return 'MAIL_NOT_UNCERTAIN';
      return { before: { state: 'uncertain' }, after: { decision } };
    });
  }

  /** Keeps a mail that waits from ever leaving; a formal letter only for the head of the Secretariat. Throws why it cannot be: see `whyNotWaiting`. */
  async skip(call: CommandCall, id: string, reason: string): Promise<Answer> {
    return this.act(call, { id, reason, act: 'skip' }, async (tx) => {
      const mail = await this.pages.read(call.person, id);
      if (mail.class === 'letter' && !call.person.roles.includes('SH')) return 'NOT_ALLOWED';
      return whyNotWaiting(mail) ?? (await skipMail(tx, id)) ?? 'MAIL_LEFT';
    });
  }

  /** Lets a mail that waits leave now, if it is still needed and nothing stops it, in the reader's working hours. Throws why it cannot be: see `whyNotWaiting`. */
  async sendNow(call: CommandCall, id: string, reason: string): Promise<Answer> {
    return this.act(call, { id, reason, act: 'send-now' }, async (tx) => {
      const mail = await this.pages.read(call.person, id);
      return whyNotWaiting(mail) ?? (await hurryMail(tx, id)) ?? 'MAIL_LEFT';
    });
  }

  /** Gives a mail that waits words of its own, on record with those before; `work` decides whether it may and writes them. */
  async reword(
    call: CommandCall,
    id: string,
    reason: string,
    work: (tx: Parameters<typeof actOnMail>[0], mail: MailDetail) => Promise<MailChange | string>,
  ): Promise<Answer> {
    return this.act(call, { id, reason, act: 'reword' }, async (tx) => work(tx, await this.pages.read(call.person, id)));
  }

  /** Puts a working address in the place of the one that refused. Throws ADDRESS_TAKEN. */
  async correctAddress(call: CommandCall, id: string, { address, reason }: { address: string; reason: string }): Promise<Answer> {
    const mail = await this.pages.read(call.person, id);
    return this.act(call, { id, reason, act: 'correct-address' }, async (tx) => {
      if (await isAddressTaken(tx, address, mail.personId)) return 'ADDRESS_TAKEN';
      return correctAddress(tx, mail.personId, { old: mail.delivery?.address ?? null, right: address });
    });
  }

  private async act(
    { person, commandId }: CommandCall,
    { id, act, reason }: Wanted,
    work: (tx: Parameters<typeof actOnMail>[0]) => Promise<MailChange | string>,
  ): Promise<Answer> {
    const mail = await this.pages.read(person, id);
    try {
      if (!actsOnMails(person)) throw new Problem('NOT_ALLOWED');
      return await this.actOnce({ person, commandId }, { id, act, reason }, work);
    } catch (error) {
      throw error instanceof Problem ? await this.withGrounds(error, mail, act) : error;
    }
  }

  private async actOnce(
    { person, commandId }: CommandCall,
    { id, act, reason }: Wanted,
    work: (tx: Parameters<typeof actOnMail>[0]) => Promise<MailChange | string>,
  ): Promise<Answer> {
    const door = person.via.kind === 'session' ? 'page' : 'api';
    const by: MailActor = { key: commandId, personId: person.personId, reason, door };
    const outcome = await this.db.transaction((tx) => actOnMail(tx, { mailId: id, act, by }, () => work(tx)));
    this.bell.ring();
    return answerOf(outcome);
  }

  /** A refusal tells on what it rests, as those of commands do. */
  private async withGrounds(refusal: Problem, mail: MailDetail, act: MailActKind): Promise<Problem> {
    const because = await this.needs.grounds(mail, act, refusal.code);
    return because === undefined ? refusal : new Problem(refusal.code, { ...refusal.details, because });
  }
}

function answerOf(outcome: MailActOutcome): Answer {
  if (outcome.is === 'refused') throw new Problem(outcome.code);
  if (outcome.is === 'key-reused') throw new Problem('KEY_REUSED');
  const { mailId } = outcome.after as { mailId?: string };
  return { status: outcome.is, mailId: mailId ?? null };
}
