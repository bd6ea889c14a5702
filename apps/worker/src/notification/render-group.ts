import { createHash } from 'node:crypto';
import { isMailAddress, namesByIds, type RecipientRow, type Sql } from '@app/persistence';
import type { NeededMail } from './ask-again';
import type { DeskSettings } from './desk-tools';
import type { MailGroup } from './group-mails';
import type { MailMatter, MailNames } from './mail-data';
import { renderMail, type RenderedMail } from './render-mail';

/** Names and links that the text of some mails needs. */
export interface GroupNames {
  /** The address behind the button of each mail, by row id. */
  urls: ReadonlyMap<string, string>;
  names: MailNames;
}

/** The first address of a person that has not refused and is exactly one address. */
export function usableAddress(reader: RecipientRow | undefined, except?: string): string | undefined {
  return reader?.addresses.find(({ address, bounced }) => !bounced && address !== except && isMailAddress(address))?.address;
}

/** Names of everything that these mails mention. */
export function namesOf(db: Sql, groups: MailGroup[]): Promise<MailNames> {
  return namesByIds(db, groups.flatMap(idsIn));
}

/** What goes to one person as text, by the one renderer for reading before and for sending. Throws for a reader without a usable address. */
export function renderGroup(
  group: MailGroup,
  key: string,
  given: GroupNames,
  settings: DeskSettings,
): { mail: RenderedMail; reader: RecipientRow; address: string } {
  const [first] = group.mails;
  const { reader } = first;
  const address = usableAddress(reader);
  if (reader === undefined || address === undefined) throw new Error('no usable address');
  const matters = group.mails.map((one) => matterOf(one, given.urls)) as [MailMatter, ...MailMatter[]];
  const mail = renderMail(
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
  return { mail, reader, address };
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

function matterOf({ mail, about }: NeededMail, urls: ReadonlyMap<string, string>): MailMatter {
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
  };
}

function idsIn(group: MailGroup): string[] {
  return group.mails.flatMap(({ mail: { intent } }) => [
    intent.object,
    ...Object.values(intent.values).flat().map(String),
    ...[intent.owner?.organizationId, intent.owner?.personId].flatMap((id) => id ?? []),
  ]);
}
