import type { PersonId } from '@app/domain';
import type { Sql } from '../sql';

/** What a person sets for himself: the language of pages and mails, his zone, and whether notices of a day come in one mail. */
export interface Preferences {
  language: string;
  zone: string;
  digest: 'daily' | 'off';
}

/** Stores what a person set for himself. */
export async function storePreferences(db: Sql, personId: PersonId, { language, zone, digest }: Preferences): Promise<void> {
  await db.query('UPDATE person SET mail_language = $2, zone = $3, mail_digest = $4, rev = rev + 1 WHERE id = $1', [
    personId,
    language,
    zone,
    digest,
  ]);
}
