import { Inject, Injectable } from '@nestjs/common';
import { defaultPolicy, mailLanguages, type MailLanguage, type MailTextPair, type NotificationKind, type TextFinding } from '@app/domain';
import { checkTexts, renderWith, sampleMail, triedMail } from '@app/mail';
import { checkedAgainst, publishedPolicy, trialsOf, type Sql } from '@app/persistence';
import { problemSentence, type Config, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import type { templatePreview, templateVersionAnswer } from './templates.schemas';

type Preview = z.output<typeof templatePreview>;
type Findings = z.output<typeof templateVersionAnswer>['findings'];

/** Writes mails with words that are not in force, by the renderer that writes what leaves. Nothing is stored and nothing is sent. */
@Injectable()
export class TemplatePreview {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A mail in both languages. Throws NOT_FOUND for a mail of another kind. */
  async show(kind: NotificationKind, { texts, mail }: { texts: MailTextPair; mail?: string }, language: SpokenLanguage): Promise<Preview> {
    const [real] = mail === undefined ? [] : await trialsOf(this.db, kind, [mail]);
    if (mail !== undefined && real === undefined) throw new Problem('NOT_FOUND');
    const tried = real === undefined ? sampleMail(kind) : triedMail(real, this.config.http.publicUrl);
    const policy = real === undefined ? undefined : await publishedPolicy(this.db, real.policyVersion);
    const { subjectTag } = (policy ?? defaultPolicy).mail;
    const written = (of: MailLanguage): Preview['en'] => {
      try {
        const { subject, text, html } = renderWith(texts, tried, of, { domain: this.config.mail.domain, subjectTag });
        return { subject, text, html };
      } catch {
        return null;
      }
    };
    const [zh, en] = mailLanguages.map(written);
    const findings = inWords(await this.findings(this.db, kind, texts), language);
    return { 'zh-CN': zh ?? null, en: en ?? null, findings, sample: real === undefined };
  }

  /** What is to be put right in words, tried on the last mails of their kind. */
  async findings(db: Sql, kind: NotificationKind, texts: MailTextPair): Promise<TextFinding[]> {
    const { names, trials } = await checkedAgainst(db, kind, texts);
    return checkTexts(kind, texts, { names, real: trials.map((trial) => triedMail(trial, this.config.http.publicUrl)) });
  }
}

/** Findings with what is wrong and what to do. */
export function inWords(findings: readonly TextFinding[], language: SpokenLanguage): Findings {
  return findings.map((one) => ({ ...one, ...problemSentence(one.code, language, one.value === '' ? {} : { value: one.value }) }));
}
