import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { secretHash } from './secrets';

/** What a link in a mail is bound to: one person, one entity, one command, and what of it is fixed. */
export interface ActionLink {
  personId: PersonId;
  entity: { kind: 'project' | 'call'; id: string };
  commandType: string;
  payload: Record<string, unknown>;
  /** Id of the command that was given by it, once it is used. */
  commandId: string;
  expiresAt: Date;
  used: boolean;
  expired: boolean;
}

/** What a link is bound to. Reading consumes nothing: scanners of mail servers open links before people do. */
export async function actionLink(db: Sql, secret: string): Promise<ActionLink | undefined> {
  const rows = await db.query<(Omit<ActionLink, 'entity'> & { kind: 'project' | 'call'; id: string })[]>(
    `SELECT person_id AS "personId", entity_kind AS kind, entity_id AS id, command_type AS "commandType", payload, command_id AS "commandId",
            expires_at AS "expiresAt", used_at IS NOT NULL AS used, expires_at <= now() AS expired
       FROM action_link WHERE token_hash = $1`,
    [secretHash(secret)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { kind, id, ...rest } = row;
  return { ...rest, entity: { kind, id } };
}

/** Marks a link as used by a command. False when it was used before or is over. */
export async function useActionLink(db: Sql, secret: string, commandId: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    'UPDATE action_link SET used_at = now(), command_id = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING command_id',
    [secretHash(secret), commandId],
  );
  return rows.length === 1;
}

/** Opens a used link again: its command was refused, so nothing has come of it. */
export async function reopenActionLink(db: Sql, secret: string): Promise<void> {
  await db.query('UPDATE action_link SET used_at = NULL WHERE token_hash = $1', [secretHash(secret)]);
}

/**
 * Writes the mail of a link once more, to the same person under a key of its own, so that it brings a new link; at most one an hour, and none where no
 * mail was. Whether it is still needed is asked before it leaves, as of every mail.
 */
export async function mailLinkAgain(
  db: Sql,
  { personId, entity, commandType }: Pick<ActionLink, 'personId' | 'entity' | 'commandType'>,
): Promise<void> {
  await db.query(
    `INSERT INTO outbox (id, kind, business_key, entity_kind, entity_id, rev, seq, person_id, role, copy, notification, class, intent, shard,
       send_after_virtual, send_after, room_id)
     SELECT gen_random_uuid(), o.kind, o.business_key || '/again-' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDDHH24'), o.entity_kind, o.entity_id, o.rev,
         o.seq, o.person_id, o.role, o.copy, o.notification, o.class, o.intent, o.shard, virtual_now(h.clock, r.room_now),
         CASE WHEN o.room_id IS NULL THEN now() END, o.room_id
       FROM outbox o JOIN entity_head h ON h.kind = o.entity_kind AND h.id = o.entity_id LEFT JOIN room r ON r.id = h.room_id
      WHERE o.kind = 'mail' AND o.state = 'sent' AND o.person_id = $1 AND o.entity_kind = $2 AND o.entity_id = $3 AND o.intent->>'action' = $4
        AND NOT o.copy AND o.business_key NOT LIKE '%/again-%'
      ORDER BY o.created_at DESC LIMIT 1
     ON CONFLICT (business_key) DO NOTHING`,
    [personId, entity.kind, entity.id, commandType],
  );
}
