import { nextContact, type Directory } from '@app/domain';
import type { ClaimedMail, EntityNow, FailedMail, RecipientRow } from '@app/persistence';
import type { NeededMail } from './ask-again';
import { usableAddress } from './render-group';

/**
 * What follows from an address that finally refused: the same person at his next address, else the next contact of the project, and then an
 * officer's task to confirm the address. The ladder does not run on as if the mail had been read.
 * @param refusedAddress the address the server refused; undefined when there was none or time ran out
 */
export function consequencesOf(mails: NeededMail[], reader: RecipientRow | undefined, refusedAddress: string | undefined): FailedMail {
  const other = refusedAddress === undefined ? undefined : usableAddress(reader, refusedAddress);
  const failed: FailedMail = { instead: [], projects: [] };
  if (refusedAddress !== undefined && reader !== undefined) failed.bounced = { personId: reader.personId, address: refusedAddress };
  for (const { mail, about, directory } of mails) {
    if (other !== undefined) {
      failed.instead.push({ rowId: mail.id, key: nextAddressKey(mail.key), personId: mail.personId, role: mail.role });
      continue;
    }
    const next = nextOf(mail, about, directory);
    if (next !== undefined)
      failed.instead.push({ rowId: mail.id, key: `${beforePerson(mail.key)}/${next}`, personId: next, role: mail.role });
    if (mail.entity.kind === 'project') {
      failed.projects.push({ projectId: mail.entity.id, key: mail.key, personId: mail.personId, roomId: mail.roomId });
    }
  }
  return failed;
}

function nextOf(mail: ClaimedMail, about: EntityNow, directory: Directory): string | undefined {
  return nextContact(mail.personId, mail.role, mail.intent, about.state, directory)?.personId;
}

function beforePerson(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** Key of the same mail at the person's next address: `…/person~2`, then `~3`. */
function nextAddressKey(key: string): string {
  const [, base = key, count] = /^(.*)~(\d+)$/.exec(key) ?? [];
  return count === undefined ? `${key}~2` : `${base}~${Number(count) + 1}`;
}
