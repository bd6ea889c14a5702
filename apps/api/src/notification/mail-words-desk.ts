import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import type { MailTextPair } from '@app/domain';
import { builtInTexts, textValuesOf } from '@app/mail';
import { releasedTexts, rewordMail, type MailDetail, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import type { SignedIn } from '../auth/signed-in';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { MailDesk } from './mail-desk';
import { whyNotWaiting } from './mail-needs';
import { actsOnMails, MailPages } from './mail-pages';
import type { mailActAnswer, mailWordsAnswer } from './mails.schemas';
import { TemplatePreview } from './template-preview';
import type { templatePreview } from './templates.schemas';

/** Why these words may not be edited (any more), as a stable code; a formal letter's are the head's. */
export function whyNotReword(mail: Pick<MailDetail, 'state' | 'word' | 'class'>, person: SignedIn): string | undefined {
  if (!actsOnMails(person) || (mail.class === 'letter' && !person.roles.includes('SH'))) return 'NOT_ALLOWED';
  return whyNotWaiting(mail);
}

/** The words of one mail that waits: edited for this mail alone, checked and tried like those of all mails. Every method throws NOT_FOUND and NOT_ALLOWED. */
@Injectable()
export class MailWordsDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: MailPages,
    private readonly preview: TemplatePreview,
    private readonly desk: MailDesk,
  ) {}

  /** The words with which it would leave now, and the values that they may put in. */
  async read(person: SignedIn, id: string): Promise<z.output<typeof mailWordsAnswer>> {
    const mail = await this.pages.read(person, id);
    if (!actsOnMails(person)) throw new Problem('NOT_ALLOWED');
    const inForce = await this.inForce(mail);
    return {
      kind: mail.intent.kind,
      class: mail.class,
      texts: copyOf(mail.ownWords ?? inForce),
      inForce: copyOf(inForce),
      edited: mail.ownWords !== null,
      whyNot: whyNotReword(mail, person) ?? null,
      values: textValuesOf(mail.intent.kind),
    };
  }

  /** This mail with these words, and what is to be put right in them. Nothing is stored. */
  async show(person: SignedIn, id: string, texts: MailTextPair, language: SpokenLanguage): Promise<z.output<typeof templatePreview>> {
    const mail = await this.pages.read(person, id);
    if (!actsOnMails(person)) throw new Problem('NOT_ALLOWED');
    return this.preview.show(mail.intent.kind, { texts, mail: id }, language);
  }

  /** Gives this mail words of its own; those in force take them back. Throws TEMPLATE_FINDINGS and why it cannot be: see `whyNotReword`. */
  async reword(
    call: CommandCall,
    id: string,
    { texts, reason }: { texts: MailTextPair; reason: string },
  ): Promise<z.output<typeof mailActAnswer>> {
    return this.desk.reword(call, id, reason, async (tx, mail) => {
      const why = whyNotReword(mail, call.person);
      if (why !== undefined) return why;
      const findings = await this.preview.findings(tx, mail.intent.kind, texts);
      if (findings.length > 0) throw new Problem('TEMPLATE_FINDINGS', { values: { findings: findings.length } });
      const own = isDeepStrictEqual(copyOf(texts), copyOf(await this.inForce(mail))) ? null : texts;
      return (await rewordMail(tx, id, own)) ?? 'MAIL_LEFT';
    });
  }

  private async inForce({ intent }: MailDetail): Promise<MailTextPair> {
    return (await releasedTexts(this.db)).get(intent.kind)?.texts ?? builtInTexts(intent.kind);
  }
}

function copyOf({ 'zh-CN': zh, en }: MailTextPair): z.output<typeof mailWordsAnswer>['texts'] {
  return { 'zh-CN': { act: zh.act, body: [...zh.body] }, en: { act: en.act, body: [...en.body] } };
}
