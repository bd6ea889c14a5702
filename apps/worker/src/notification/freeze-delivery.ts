import { headerText } from '@app/mail';
import {
  createMailLinks,
  digestsOut,
  freezeDeliveries,
  recipientsByIds,
  releasedTexts,
  type NewDelivery,
  type NewMailLink,
  type RecipientRow,
} from '@app/persistence';
import type { DeskTools } from './desk-tools';
import type { MailGroup } from './group-mails';
import { linkOf, pageOf } from './mail-link';
import { addressIn } from './mail-transport';
import { markOf, namesOf, renderGroup, usableAddress, type GroupNames } from './render-group';

/** A stored mail, ready to be handed over. */
export interface FrozenDelivery {
  id: string;
  group: MailGroup;
  reader: RecipientRow;
  delivery: NewDelivery;
}

/** What could be written, what could not, and whose readers have no usable address. */
export interface Freezing {
  frozen: FrozenDelivery[];
  unwritten: { group: MailGroup; error: string }[];
  /** Letters whose text is not the one that was read and released: they are held again. */
  changed: MailGroup[];
  unreachable: MailGroup[];
}

/** What would leave is not what was read. */
class ChangedSinceRead extends Error {}

/** How many real days a link in a mail is good for. */
const linkDays = 90;

/**
 * Renders what goes to each person and stores it with its Message-ID and links before anything is sent, in one transaction. A mail that cannot be
 * rendered is reported and hinders no other.
 */
export async function freezeGroups(tools: DeskTools, token: string, groups: MailGroup[]): Promise<Freezing> {
  const { db } = tools;
  const reachable = groups.filter(({ mails: [one] }) => usableAddress(one.reader) !== undefined);
  const names = await namesOf(db, reachable);
  const released = await releasedTexts(db);
  const replyTo = await officersOf(tools, reachable);
  const out = await digestsOut(
    db,
    reachable.filter((group) => group.digestOn !== undefined).map((group) => group.key),
  );
  const freezing: Freezing = { frozen: [], unwritten: [], changed: [], unreachable: groups.filter((group) => !reachable.includes(group)) };
  await db.transaction(async (tx) => {
    const urls = await urlsOf(tools, tx, reachable);
    const written: { group: MailGroup; reader: RecipientRow; delivery: NewDelivery }[] = [];
    for (const group of reachable) {
      try {
        const delivery = await write(tools, group, { urls, names, released, replyTo, digestsOut: out.get(group.key) ?? 0 });
        if (group.mails[0].reader !== undefined) written.push({ group, reader: group.mails[0].reader, delivery });
      } catch (error) {
        if (error instanceof ChangedSinceRead) freezing.changed.push(group);
        else freezing.unwritten.push({ group, error: error instanceof Error ? error.message.slice(0, 200) : 'unknown' });
      }
    }
    const ids = await freezeDeliveries(
      tx,
      token,
      written.map(({ delivery }) => delivery),
    );
    for (const one of written) {
      const id = ids.get(one.delivery.key);
      if (id !== undefined) freezing.frozen.push({ id, ...one });
    }
  });
  return freezing;
}

interface Given extends GroupNames {
  replyTo: Map<string, string>;
  digestsOut: number;
}

async function write({ transport, settings, warn }: DeskTools, group: MailGroup, given: Given): Promise<NewDelivery> {
  const [first] = group.mails;
  const key = given.digestsOut === 0 ? group.key : `${group.key}/${given.digestsOut + 1}`;
  const { mail, reader, address, templates } = renderGroup(group, key, given, settings);
  for (const [kind, { instead }] of Object.entries(templates))
    if (instead !== undefined)
      warn('released words cannot be used; the words of the release are sent', { notification: kind, version: instead });
  const { releasedMark } = first.mail;
  if (releasedMark !== null && releasedMark !== markOf(mail)) throw new ChangedSinceRead();
  const replyTo = given.replyTo.get(first.mail.entity.id);
  const raw = await transport.compose({
    ...mail,
    from: settings.from,
    to: { name: headerText(reader.latinName === '' ? reader.fullName : reader.latinName), address },
    ...(replyTo === undefined ? {} : { replyTo }),
    date: new Date(first.about.now),
  });
  return {
    key,
    personId: reader.personId,
    language: mail.languages.join('+'),
    class: first.mail.class,
    ...(group.digestOn === undefined ? {} : { localDate: group.digestOn }),
    messageId: mail.messageId,
    address,
    frozen: { raw, from: addressIn(settings.from), to: address, subject: mail.subject },
    roomId: first.mail.roomId,
    rowIds: group.mails.map((one) => one.mail.id),
    templates,
  };
}

/** Addresses that answers go to: the officer of each project. Without one they go to the sender, the Secretariat. */
async function officersOf({ db }: DeskTools, groups: MailGroup[]): Promise<Map<string, string>> {
  const officers = groups.flatMap(({ mails: [{ about }] }) =>
    about.state.kind === 'project' && about.state.officerId !== undefined
      ? [{ entityId: about.entity.id, personId: about.state.officerId }]
      : [],
  );
  const people = new Map((await recipientsByIds(db, [...new Set(officers.map((o) => o.personId))])).map((row) => [row.personId, row]));
  return new Map(
    officers.flatMap(({ entityId, personId }) => {
      const address = usableAddress(people.get(personId));
      return address === undefined ? [] : [[entityId, address] as const];
    }),
  );
}

/** The address behind the button of each mail: a link of its own for the one command it asks for, else the page of the project or call. */
async function urlsOf(
  { settings }: DeskTools,
  tx: Parameters<typeof createMailLinks>[0],
  groups: MailGroup[],
): Promise<Map<string, string>> {
  const mails = groups.flatMap((group) => group.mails.map((one) => one.mail));
  const urls = new Map(mails.map((mail) => [mail.id, `${settings.publicUrl}${pageOf(mail.entity)}`]));
  const linked = mails.flatMap((mail): { id: string; link: NewMailLink }[] => {
    const link = linkOf(mail);
    return link === undefined ? [] : [{ id: mail.id, link }];
  });
  const secrets = await createMailLinks(
    tx,
    linked.map(({ link }) => link),
    linkDays,
  );
  linked.forEach(({ id }, i) => urls.set(id, `${settings.publicUrl}/a/${secrets[i] ?? ''}`));
  return urls;
}
