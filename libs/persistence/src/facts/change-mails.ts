import type { SentTelling } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** Kinds of mail that tell of a change which is in effect. */
const tellings = ['change-in-effect', 'change-approved'];

/** The mails about a change that have left, each kind and Beijing day once: nobody can take them back. */
export async function sentTellings(db: Sql, { kind, id }: EntityKey, no: string): Promise<SentTelling[]> {
  return db.query<SentTelling[]>(
    `SELECT DISTINCT notification AS kind, to_char(done_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS on FROM outbox
      WHERE kind = 'mail' AND entity_kind = $1 AND entity_id = $2 AND intent->>'object' = $3 AND notification = ANY($4::text[]) AND state = 'sent'
      ORDER BY 2, 1`,
    [kind, id, no, tellings],
  );
}
