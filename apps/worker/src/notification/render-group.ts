import { createHash } from 'node:crypto';
import { idsMentioned, type MailTextPair, type NotificationKind, type ReleasedTexts } from '@app/domain';
import { renderMail, type MailMatter, type MailNames, type RenderedMail } from '@app/mail';
import { isMailAddress, namesByIds, type RecipientRow, type UsedTemplate, type Sql } from '@app/persistence';
import type { NeededMail } from './ask-again';
import type { DeskSettings } from './desk-tools';
import type { MailGroup } from './group-mails';

/** Names and links that the text of some mails needs. */
export interface GroupNames {
  /** The address behind the button of each mail, by row id. */
  urls: ReadonlyMap<string, string>;
  names: MailNames;
  /** Words that administrators released, by kind. */
  released: ReadonlyMap<NotificationKind, ReleasedTexts>;
}

/** The first address of a person that has not refused and is exactly one address. */
export function usableAddress(reader: RecipientRow | undefined, except?: string): string | undefined {
  return reader?.addresses.find(({ address, bounced }) => !bounced && address !== except && isMailAddress(address))?.address;
}

/** Names of everything that these mails mention. */
export function namesOf(db: Sql, groups: MailGroup[]): Promise<MailNames> {
  return namesByIds(
    db,
    groups.flatMap((group) => group.mails.flatMap(({ mail }) => idsMentioned(mail.intent))),
  );
}

/** What goes to one person as text, with the version of the words that each kind in it was written with. */
interface RenderedGroup {
  mail: RenderedMail;
  reader: RecipientRow;
  address: string;
  templates: Record<string, UsedTemplate>;
}

/**
 * What goes to one person as text, by the one renderer for reading before and for sending. Released words that a mail cannot be written with stop nobody:
 * it is written with those of the release, and the answer says so. Throws for a reader without a usable address.
 */
export function renderGroup(group: MailGroup, key: string, given: GroupNames, settings: DeskSettings): RenderedGroup {
  const [first] = group.mails;
  const { reader } = first;
  const address = usableAddress(reader);
  if (reader === undefined || address === undefined) throw new Error('no usable address');
  const render = (matters: Matters): RenderedMail =>
    renderMail(
      {
        key,
        class: first.mail.class,
        reader,
        matters,
        names: given.names,
        ...(group.digestOn === undefined ? {} : { digestOn: group.digestOn }),
      },
      { ...settings, subjectTag: first.subjectTag },
    );
  const wished = group.mails.map((one) => matterOf(one, given)) as Matters;
  const { mail, matters } = withUsableWords(wished, render);
  return {
    mail,
    reader,
    address,
    templates: Object.fromEntries(
      matters.map((matter, i) => [matter.intent.kind, usedIn(matter, wished[i], group.mails[i]?.mail.ownWords)]),
    ),
  };
}

type Matters = [MailMatter, ...MailMatter[]];

function withUsableWords(wished: Matters, render: (matters: Matters) => RenderedMail): { mail: RenderedMail; matters: Matters } {
  try {
    return { mail: render(wished), matters: wished };
  } catch {
    const matters = wished.map((matter) =>
      matter.words === undefined || canRender(matter, render) ? matter : withoutWords(matter),
    ) as Matters;
    return { mail: render(matters), matters };
  }
}

function canRender(matter: MailMatter, render: (matters: Matters) => RenderedMail): boolean {
  try {
    render([matter]);
    return true;
  } catch {
    return false;
  }
}

function withoutWords({ words: _, ...matter }: MailMatter): MailMatter {
  return matter;
}

function usedIn(matter: MailMatter, wished: MailMatter | undefined, own: MailTextPair | null | undefined): UsedTemplate {
  const version = matter.words?.version ?? 0;
  if (own != null && matter.words !== undefined) return { version, edited: true };
  const instead = wished?.words?.version;
  return instead === undefined || instead === version ? { version } : { version, instead };
}

/** Stands for the secret part of a link wherever a letter is only read. */
export const hiddenLink = '…';
const linkPart = /\/a\/[\w…-]+/gu;

/** A mark of what a letter says: its subject and text without the secret parts of links. The same letter has the same mark whenever it is rendered. */
export function markOf({ subject, text }: Pick<RenderedMail, 'subject' | 'text'>): string {
  return createHash('sha256')
    .update(`${subject}\n${text.replace(linkPart, `/a/${hiddenLink}`)}`)
    .digest('hex');
}

function matterOf({ mail, about }: NeededMail, { urls, released }: GroupNames): MailMatter {
  const inForce = released.get(mail.intent.kind);
  const words = mail.ownWords === null ? inForce : { version: inForce?.version ?? 0, texts: mail.ownWords };
  return {
    key: mail.key,
    entity: mail.entity,
    intent: mail.intent,
    role: mail.role,
    copy: mail.copy,
    insteadOf: mail.insteadOf !== null,
    datedAt: mail.datedAt,
    title: about.title,
    actionUrl: urls.get(mail.id) ?? '',
    rehearsal: mail.roomId !== null,
    entry: mail.entry ?? null,
    ...(words === undefined ? {} : { words }),
  };
}
