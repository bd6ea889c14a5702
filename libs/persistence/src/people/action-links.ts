import { randomUUID } from 'node:crypto';
import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { newSecret, secretHash } from './secrets';

/** What a link in a mail is bound to: one person, one entity, one command, and what of it is fixed. */
export interface ActionLink {
  personId: PersonId;
  entity: { kind: 'project' | 'call'; id: string };
  commandType: string;
  payload: Record<string, unknown>;
  commandId: string;
  expiresAt: Date;
  used: boolean;
  expired: boolean;
}

/** Makes a link and answers the secret part of its address (`/a/<secret>`), which is stored nowhere. */
export async function createActionLink(
  db: Sql,
  link: {
    personId: PersonId;
    entity: { kind: 'project' | 'call'; id: string };
    commandType: string;
    payload?: Record<string, unknown>;
    expiresAt: Date;
  },
): Promise<string> {
  const secret = newSecret();
  await db.query(
    `INSERT INTO action_link (token_hash, person_id, entity_kind, entity_id, command_type, payload, command_id, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      secretHash(secret),
      link.personId,
      link.entity.kind,
      link.entity.id,
      link.commandType,
      JSON.stringify(link.payload ?? {}),
      randomUUID(),
      link.expiresAt,
    ],
  );
  return secret;
}

/** What a link is bound to. Reading consumes nothing: scanners of mail servers open links before people do. */
export async function actionLink(db: Sql, secret: string): Promise<ActionLink | undefined> {
  const rows = await db.query<(Omit<ActionLink, 'entity'> & { kind: 'project' | 'call'; id: string })[]>(
    `SELECT person_id AS "personId", entity_kind AS kind, entity_id AS id, command_type AS "commandType", payload,
            command_id AS "commandId", expires_at AS "expiresAt", used_at IS NOT NULL AS used, expires_at <= now() AS expired
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
