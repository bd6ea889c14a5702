import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { secretHash } from './secrets';

/** What a link in a mail is bound to: one person, one entity, one command, and what of it is fixed. */
export interface ActionLink {
  personId: PersonId;
  entity: { kind: 'project' | 'call'; id: string };
  commandType: string;
  payload: Record<string, unknown>;
  expiresAt: Date;
  used: boolean;
  expired: boolean;
}

/** What a link is bound to. Reading consumes nothing: scanners of mail servers open links before people do. */
export async function actionLink(db: Sql, secret: string): Promise<ActionLink | undefined> {
  const rows = await db.query<(Omit<ActionLink, 'entity'> & { kind: 'project' | 'call'; id: string })[]>(
    `SELECT person_id AS "personId", entity_kind AS kind, entity_id AS id, command_type AS "commandType", payload,
            expires_at AS "expiresAt", used_at IS NOT NULL AS used, expires_at <= now() AS expired
       FROM action_link WHERE token_hash = $1`,
    [secretHash(secret)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { kind, id, ...rest } = row;
  return { ...rest, entity: { kind, id } };
}

/** Marks a link as used. False when it was used before or is over. */
export async function useActionLink(db: Sql, secret: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    'UPDATE action_link SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING command_id',
    [secretHash(secret)],
  );
  return rows.length === 1;
}

/** Opens a used link again: its command was refused, so nothing has come of it. */
export async function reopenActionLink(db: Sql, secret: string): Promise<void> {
  await db.query('UPDATE action_link SET used_at = NULL WHERE token_hash = $1', [secretHash(secret)]);
}
