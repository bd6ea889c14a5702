import type { PersonId } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** A mail as it was frozen before it was sent: the very bytes. */
export interface SentMail {
  personId: PersonId;
  raw: string;
}

/** The frozen mail of one line of an entity's mails; nothing before it was frozen, or when it belongs to another entity. */
export async function sentMail(db: Sql, { kind, id }: EntityKey, mailId: string): Promise<SentMail | undefined> {
  const rows = await db.query<SentMail[]>(
    `SELECT o.person_id AS "personId", d.frozen->>'raw' AS raw FROM outbox o JOIN delivery d ON d.id = o.delivery_id
      WHERE o.id = $3 AND o.kind = 'mail' AND o.entity_kind = $1 AND o.entity_id = $2 AND d.frozen IS NOT NULL`,
    [kind, id, mailId],
  );
  return rows[0];
}
