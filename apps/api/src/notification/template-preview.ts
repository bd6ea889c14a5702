import { Inject, Injectable } from '@nestjs/common';
import { defaultPolicy, mailLanguages, type MailLanguage, type MailTextPair, type NotificationKind, type TextFinding } from '@app/domain';
import { checkTexts, idsMentioned, renderWith, sampleMail, type TriedMail } from '@app/mail';
import {
  entitiesNow,
  mailsToTry,
  namesByIds,
  namesMentioned,
  publishedPolicy,
  recipientsByIds,
  trialMails,
  type ClaimedMail,
  type Sql,
} from '@app/persistence';
import { problemSentence, type Config, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import type { templatePreview, templateVersionAnswer } from './templates.schemas';

type Preview = z.output<typeof templatePreview>;
type Findings = z.output<typeof templateVersionAnswer>['findings'];

/** On how many of the last mails of a kind words are tried before they are released. */
const triedMails = 20;

/** Writes mails with words that are not in force, by the renderer that writes what leaves. Nothing is stored and nothing is sent. */
@Injectable()
export class TemplatePreview {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A mail in both languages. Throws NOT_FOUND for a mail of another kind. */
  async show(kind: NotificationKind, { texts, mail }: { texts: MailTextPair; mail?: string }, language: SpokenLanguage): Promise<Preview> {
    const [real] = mail === undefined ? [] : await this.real(this.db, kind, [mail]);
    if (mail !== undefined && real === undefined) throw new Problem('NOT_FOUND');
    const { tried, subjectTag } = real ?? { tried: sampleMail(kind), subjectTag: defaultPolicy.mail.subjectTag };
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
    const last = await trialMails(db, kind, { limit: triedMails });
    const real = await this.real(
      db,
      kind,
      last.map(({ id }) => id),
    );
    return checkTexts(kind, texts, { names: await namesMentioned(db, wordsOf(texts)), real: real.map(({ tried }) => tried) });
  }

  private async real(db: Sql, kind: NotificationKind, ids: readonly string[]): Promise<{ tried: TriedMail; subjectTag: string }[]> {
    const mails = await mailsToTry(db, kind, ids);
    const entities = await entitiesNow(
      db,
      mails.map((mail) => mail.entity),
    );
    const readers = new Map(
      (await recipientsByIds(db, [...new Set(mails.map(({ personId }) => personId))])).map((row) => [row.personId, row]),
    );
    const names = await namesByIds(db, mails.flatMap(idsMentioned));
    const versions = [...new Set([...entities.values()].map(({ policyVersion }) => policyVersion))];
    const tags = new Map(await Promise.all(versions.map(async (one) => [one, (await publishedPolicy(db, one))?.mail.subjectTag] as const)));
    return mails.flatMap((mail) => {
      const about = entities.get(`${mail.entity.kind}/${mail.entity.id}`);
      const reader = readers.get(mail.personId);
      if (about === undefined || reader === undefined) return [];
      const tried = { matter: this.matterOf(mail, about.title), reader, names };
      return [{ tried, subjectTag: tags.get(about.policyVersion) ?? defaultPolicy.mail.subjectTag }];
    });
  }

  private matterOf(mail: ClaimedMail, title: { zh: string; en: string }): TriedMail['matter'] {
    const { key, entity, intent, role, copy, insteadOf, datedAt, roomId } = mail;
    const actionUrl = `${this.config.http.publicUrl}/a/…`;
    return { key, entity, intent, role, copy, insteadOf: insteadOf !== null, datedAt, title, actionUrl, rehearsal: roomId !== null };
  }
}

function wordsOf(texts: MailTextPair): string {
  return mailLanguages.flatMap((language) => [texts[language].act, ...texts[language].body]).join('\n');
}

/** Findings with what is wrong and what to do. */
export function inWords(findings: readonly TextFinding[], language: SpokenLanguage): Findings {
  return findings.map((one) => ({ ...one, ...problemSentence(one.code, language, one.value === '' ? {} : { value: one.value }) }));
}
