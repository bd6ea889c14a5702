import { randomUUID } from 'node:crypto';
import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { accountPersonColumns, type AccountPerson } from './account-person';
import { newSecret, secretHash } from './secrets';

/** How long a session lives: without use, and in all. */
export interface SessionLimits {
  idleMinutes: number;
  absoluteMs: number;
}

/** A session as its owner sees it. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
}

/** Opens a session and answers its secret, which is stored nowhere. Sessions that are over are removed on the way. */
export async function openSession(db: Sql, personId: PersonId, limits: SessionLimits, userAgent?: string): Promise<string> {
  const secret = newSecret();
  await db.query('DELETE FROM session WHERE expires_at < now()');
  await db.query(
    `INSERT INTO session (token_hash, id, person_id, expires_at, user_agent)
     VALUES ($1, $2, $3, now() + make_interval(secs => $4), $5)`,
    [secretHash(secret), randomUUID(), personId, limits.absoluteMs / 1000, userAgent?.slice(0, 200) ?? null],
  );
  return secret;
}

/** The person of a live session and how long ago he signed in, by the database's clock; notes the use at most once a minute. Nothing when it is unknown, idle too long or over. */
export async function sessionPerson(
  db: Sql,
  secret: string,
  limits: SessionLimits,
): Promise<{ person: AccountPerson; sessionId: string; signedInForMs: number } | undefined> {
  const hash = secretHash(secret);
  const rows = await db.query<(AccountPerson & { sessionId: string; signedInForMs: number; stale: boolean })[]>(
    `SELECT ${accountPersonColumns}, s.id AS "sessionId", extract(epoch FROM now() - s.created_at)::float8 * 1000 AS "signedInForMs",
        s.last_seen_at < now() - interval '1 minute' AS stale
       FROM session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1 AND s.expires_at > now() AND p.active AND s.last_seen_at > now() - make_interval(mins => $2)`,
    [hash, limits.idleMinutes],
  );
  const found = rows[0];
  if (found === undefined) return undefined;
  const { sessionId, signedInForMs, stale, ...person } = found;
  if (stale) await db.query('UPDATE session SET last_seen_at = now() WHERE token_hash = $1', [hash]);
  return { person, sessionId, signedInForMs };
}

/** Ends the session of a secret. */
export async function closeSession(db: Sql, secret: string): Promise<void> {
  await db.query('DELETE FROM session WHERE token_hash = $1', [secretHash(secret)]);
}

/** Ends one session of a person by its id; false when it is not the person's. */
export async function closeSessionById(db: Sql, personId: PersonId, sessionId: string): Promise<boolean> {
  const rows = await changedRows(db, 'DELETE FROM session WHERE person_id = $1 AND id = $2 RETURNING id', [personId, sessionId]);
  return rows.length === 1;
}

/** Live sessions of a person, the newest first. */
export function sessionsOf(db: Sql, personId: PersonId): Promise<SessionRow[]> {
  return db.query<SessionRow[]>(
    `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent"
       FROM session WHERE person_id = $1 AND expires_at > now() ORDER BY created_at DESC`,
    [personId],
  );
}
