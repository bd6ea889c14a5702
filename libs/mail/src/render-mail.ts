import type { NotificationClass } from '@app/domain';
import type { SpokenLanguage } from '@app/platform';
import { calendarFile } from './calendar-file';
import { headerText } from './header-text';
import { mailLayout } from './layouts/mail-layout';
import { fillHtml } from './liquid-text';
import type { MailMatter, MailNames, MailReader, MailSettings } from './mail-data';
import { greetingOf, languagesOf, partOf, spokenTo, type MailPart } from './mail-parts';
import { messageIdOf, threadIdOf } from './message-id';
import { phrase } from './phrases';

/** A mail as text: everything but addresses. */
export interface RenderedMail {
  messageId: string;
  subject: string;
  text: string;
  html: string;
  /** iCalendar text, where the mail has a date. */
  calendar?: string;
  headers: Record<string, string>;
  references?: string;
  languages: SpokenLanguage[];
}

/** What goes to one person in one mail: one matter, or the digest of a day with its matters in order. `key` gives the Message-ID. */
export interface MailToRender {
  key: string;
  class: NotificationClass;
  reader: MailReader;
  matters: readonly [MailMatter, ...MailMatter[]];
  names: MailNames;
  /** The day of a digest where the reader lives. */
  digestOn?: string;
}

/**
 * Renders a mail from stored data only, so the same rows give the same text on every try. zh-CN and en come from one set of values.
 * Throws when a template names a value that a rule did not give: a fault of ours, never of the project.
 */
export function renderMail(mail: MailToRender, settings: MailSettings): RenderedMail {
  const { reader, matters, names } = mail;
  const [first] = matters;
  const languages = languagesOf(mail.class, reader);
  const parts = languages.flatMap((language) => matters.map((matter) => partOf(matter, reader, names, language)));
  const subject = subjectOf(mail, parts[0]?.heading ?? '', settings);
  const own = parts.filter((part) => part.lang === spokenTo(reader));
  const footer = languages.flatMap((language) => [phrase('signature', language), phrase('automatic', language)]);
  const shown = greetedOnce(parts, mail);
  const programme = languages.map((language) => phrase('programme', language)).join(' · ');
  const calendar = calendarFile(
    matters.map((matter, i) => ({ matter, act: own[i]?.heading ?? '' })),
    reader,
    settings.domain,
  );
  const lang = languages[0] ?? 'en';
  return {
    messageId: messageIdOf(mail.key, settings.domain),
    subject,
    text: textOf(shown, footer),
    html: fillHtml(mailLayout, { lang, subject, preview: shown[0]?.paragraphs[0] ?? '', programme, parts: shown, footer }),
    ...(calendar === undefined ? {} : { calendar }),
    headers: headersOf(first, languages, matters.length),
    ...(matters.length === 1 ? { references: threadIdOf(first.entity, settings.domain) } : {}),
    languages,
  };
}

/** A digest greets once and says how many matters it holds. */
function greetedOnce(parts: MailPart[], { matters, reader }: MailToRender): MailPart[] {
  if (matters.length === 1) return parts;
  return parts.map((part, i) => {
    if (i > 0) return { ...part, greeting: '', fallback: '' };
    const lead = phrase('digestLead', part.lang, { count: matters.length });
    return { ...part, greeting: greetingOf(reader, part.lang), paragraphs: [lead, ...part.paragraphs] };
  });
}

function subjectOf({ class: kind, reader, matters, digestOn }: MailToRender, act: string, { subjectTag }: MailSettings): string {
  const [first] = matters;
  const language = languagesOf(kind, reader)[0] ?? 'en';
  if (matters.length > 1) {
    return headerText(`${subjectTag} ${phrase('digestSubject', language, { count: matters.length, date: digestOn ?? '' })}`);
  }
  const due = first.intent.dueOn === undefined ? '' : ` - ${phrase('due', language, { date: first.intent.dueOn })}`;
  return headerText(`${subjectTag} ${String(first.intent.values['ref'])} ${headerText(act)}${due}`);
}

/** For rules in mail programs: what it is about, by which rule and why one gets it; and that no person wrote it (RFC 3834). */
function headersOf(matter: MailMatter, languages: SpokenLanguage[], count: number): Record<string, string> {
  const about =
    count === 1 ? { reference: String(matter.intent.values['ref']), rule: matter.intent.rule } : { reference: 'digest', rule: 'digest' };
  return {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': languages.join(', '),
    'X-Gongfang-Reference': headerText(about.reference),
    'X-Gongfang-Rule': headerText(about.rule),
    'X-Gongfang-Reason': headerText(matter.copy ? `copy ${matter.role}` : matter.role),
  };
}

function textOf(parts: MailPart[], footer: string[]): string {
  const bodies = parts.map((part) =>
    [
      ...(part.fallback === '' ? [] : [part.fallback, '']),
      part.heading,
      '',
      ...(part.greeting === '' ? [] : [part.greeting, '']),
      ...part.paragraphs.flatMap((paragraph) => [paragraph, '']),
      `${part.action.label}: ${part.action.url}`,
      '',
      ...part.facts.map((fact) => `${fact.label}: ${fact.value}`),
      '',
      ...part.notes,
    ].join('\n'),
  );
  return `${bodies.join('\n\n----------\n\n')}\n\n-- \n${footer.join('\n')}\n`;
}
