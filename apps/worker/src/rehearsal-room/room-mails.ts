import type { Instant } from '@app/domain';
import { releasedTexts, type ClaimedMail, type EntityNow, type RehearsedMail } from '@app/persistence';
import { askAgainOf } from '../notification/ask-again';
import type { DeskSettings } from '../notification/desk-tools';
import { groupMails, type MailGroup } from '../notification/group-mails';
import { namesOf, renderGroup, usableAddress, type GroupNames } from '../notification/render-group';
import { shownUrl } from '../notification/write-held-letters';
import { settle } from './play-copy';
import { copyKey, type RoomSession } from './room-session';

/**
 * What the mail desk would do with the mails that are due at the room's time: it asks again whether each is needed, waits for working hours, puts a day's
 * notices together and renders what goes to each person. Here the text is kept to be read, and nothing is handed to any server.
 */
export async function leaveInRoom(session: RoomSession, settings: DeskSettings): Promise<void> {
  const due = [...session.waiting.values()].filter((mail) => mail.sendAt <= session.now);
  const byId = new Map(due.map((mail) => [idOf(mail), mail]));
  const found = (id: string): RehearsedMail[] => [byId.get(id) ?? []].flat();
  // As in a rehearsal with a catcher: needed mails are not cancelled for being of a room, and each says that it is one.
  const tools = { db: session.db, ruleData: session.ruleData, transport: { isCatcher: true } };
  const { needed, cancelled, postponed, faulty } = await askAgainOf(
    tools,
    due.map((mail) => claimed(session, mail)),
    entitiesOf(session, due),
  );
  const over = { leftAt: session.now };
  for (const { id, why } of cancelled) found(id).forEach((mail) => settle(session, { ...mail, ...over, state: 'not-needed', why }));
  for (const { id, virtual } of postponed) found(id).forEach((mail) => settle(session, { ...mail, sendAt: later(session.now, virtual) }));
  for (const { id } of faulty) found(id).forEach((mail) => settle(session, { ...mail, ...over, state: 'unreachable', why: 'fault' }));
  const groups = groupMails(needed);
  const names = await namesOf(session.db, groups);
  const texts = new Map([...names.texts, ...session.texts]);
  const urls = new Map(needed.map((one) => [one.mail.id, shownUrl({ settings }, one)]));
  const released = await releasedTexts(session.db);
  for (const group of groups) leave(session, group, found, { given: { urls, names: { ...names, texts }, released }, settings });
}

function leave(
  session: RoomSession,
  group: MailGroup,
  found: (id: string) => RehearsedMail[],
  { given, settings }: { given: GroupNames; settings: DeskSettings },
): void {
  const mails = group.mails.flatMap(({ mail }) => found(mail.id));
  const end = { leftAt: session.now };
  const first = mails[0]?.no ?? null;
  if (usableAddress(group.mails[0].reader) === undefined) {
    mails.forEach((mail) => settle(session, { ...mail, ...end, state: 'unreachable', why: 'no-address' }));
    return;
  }
  try {
    const { mail } = renderGroup(group, group.key, given, settings);
    const text = { languages: mail.languages.join('+'), subject: mail.subject, body: mail.text, html: mail.html };
    mails.forEach((one, place) => {
      const inDigest = place === 0 ? text : { languages: text.languages, withNo: first };
      settle(session, { ...one, ...end, state: 'sent', ...inDigest });
    });
  } catch {
    mails.forEach((mail) => settle(session, { ...mail, ...end, state: 'unreachable', why: 'fault' }));
  }
}

/** A mail that is put off waits at least a moment: time must move on. */
function later(now: Instant, at: Instant): Instant {
  return at > now ? at : new Date(Date.parse(now) + 60_000).toISOString();
}

function idOf({ no }: RehearsedMail): string {
  return String(no);
}

function claimed({ before }: RoomSession, mail: RehearsedMail): ClaimedMail {
  const { key, kind, id, personId, role, isCopy: copy, intent, sendAt } = mail;
  return {
    ...{ id: idOf(mail), key, entity: { kind, id }, personId, role, copy, class: intent.class, intent, insteadOf: null },
    ...{
      roomId: before.rehearsalId,
      datedAt: sendAt,
      attempts: 0,
      firstTriedAt: null,
      releasedMark: null,
      ownWords: null,
      uncertainDeliveryId: null,
    },
  };
}

function entitiesOf({ copies, now }: RoomSession, mails: readonly RehearsedMail[]): Map<string, EntityNow> {
  const found = new Map<string, EntityNow>();
  for (const { kind, id } of mails) {
    const copy = copies.get(copyKey({ kind, id }));
    if (copy === undefined) continue;
    const { state, titleZh: zh, titleEn: en } = copy;
    found.set(copyKey(copy), {
      ...{ entity: { kind, id }, state, clock: { kind: 'real' }, now, policyVersion: state.policyVersion, title: { zh, en } },
    });
  }
  return found;
}
