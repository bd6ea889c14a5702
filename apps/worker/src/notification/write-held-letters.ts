import { cancelHeld, keepWritten, lettersToWrite, releasedTexts, type LetterToWrite, type WrittenLetter } from '@app/persistence';
import type { DeliveryResult } from '@app/workflows';
import { askAgain, type NeededMail } from './ask-again';
import type { DeskTools } from './desk-tools';
import { groupMails } from './group-mails';
import { linkOf, pageOf } from './mail-link';
import { hiddenLink, markOf, namesOf, renderGroup, usableAddress, type GroupNames } from './render-group';

/** Letters written in one batch; the next batch goes on. */
const lettersPerBatch = 200;

/**
 * Writes held letters as they would leave now, so that they can be read and released together, and cancels those that nobody needs any more. The
 * renderer is the one that sends; only the secret parts of links are left out.
 */
export async function writeHeldLetters(tools: DeskTools, shard: string): Promise<DeliveryResult[]> {
  const { db } = tools;
  const letters = await lettersToWrite(db, shard, lettersPerBatch);
  if (letters.length === 0) return [];
  const { needed, cancelled, faulty } = await askAgain(tools, letters, { inHours: false });
  await cancelHeld(db, cancelled);
  const given = {
    urls: new Map(needed.map((one) => [one.mail.id, shownUrl(tools, one)])),
    names: await namesOf(db, groupMails(needed)),
    released: await releasedTexts(db),
  };
  const revOf = new Map(letters.map((letter: LetterToWrite) => [letter.id, letter.entityRev]));
  const faults = faulty.map(({ id, error }) => ({ mailId: id, address: null, text: null, fault: error, entityRev: revOf.get(id) ?? 0 }));
  const written = needed.map((one) => ({ ...writtenLetter(tools, one, given), entityRev: revOf.get(one.mail.id) ?? 0 }));
  await keepWritten(db, [...faults, ...written]);
  return cancelled.map(({ id }) => ({ rowIds: [id], result: 'cancelled' }));
}

function writtenLetter({ settings }: DeskTools, one: NeededMail, given: GroupNames): Omit<WrittenLetter, 'entityRev'> {
  const mailId = one.mail.id;
  if (usableAddress(one.reader) === undefined) return { mailId, address: null, text: null, fault: 'no-address' };
  try {
    const { mail, address } = renderGroup({ key: one.mail.key, mails: [one] }, one.mail.key, given, settings);
    return { mailId, address, text: { subject: mail.subject, body: mail.text, html: mail.html, mark: markOf(mail) }, fault: null };
  } catch (error) {
    return { mailId, address: null, text: null, fault: error instanceof Error ? error.message.slice(0, 200) : 'unknown' };
  }
}

/** The address behind the button of a mail that is only read: without the secret part of a link. */
export function shownUrl({ settings }: { settings: Pick<DeskTools['settings'], 'publicUrl'> }, { mail }: Pick<NeededMail, 'mail'>): string {
  return `${settings.publicUrl}${linkOf(mail) === undefined ? pageOf(mail.entity) : `/a/${hiddenLink}`}`;
}
