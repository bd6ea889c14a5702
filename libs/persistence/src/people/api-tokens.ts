import { randomUUID } from 'node:crypto';
import type { PersonId } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { accountPersonColumns, type AccountPerson } from './account-person';
import { newSecret, secretHash } from './secrets';

/** What a token may be used for; a session may do all of it. */
export const tokenScopes = ['read', 'command', 'document'] as const;

/** A use of the API that a token can be limited to. */
export type TokenScope = (typeof tokenScopes)[number];

/** Every token starts with this, so that a leaked one is recognized by scanners. */
export const tokenPrefix = 'gfat_';

/** A token as its owner sees it; the secret is shown once, when it is made. */
export interface ApiTokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
}

/** Makes a token and answers its secret, which is stored nowhere. */
export async function createApiToken(
  db: Sql,
  token: { personId: PersonId; name: string; scopes: TokenScope[]; days: number },
): Promise<{ id: string; secret: string }> {
  const id = randomUUID();
  const secret = `${tokenPrefix}${newSecret()}`;
  await db.query(
    `INSERT INTO api_token (id, token_hash, person_id, name, scopes, expires_at)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))`,
    [id, secretHash(secret), token.personId, token.name, token.scopes, token.days],
  );
  return { id, secret };
}

/** Whose token it is and what it may do; notes the use. Nothing when unknown, revoked, over, or its person is inactive. */
export async function apiTokenPerson(db: Sql, secret: string): Promise<{ person: AccountPerson; scopes: TokenScope[] } | undefined> {
  const rows = await changedRows<AccountPerson & { scopes: TokenScope[] }>(
    db,
    `UPDATE api_token t SET last_used_at = now() FROM person p
      WHERE t.token_hash = $1 AND p.id = t.person_id AND p.active AND t.revoked_at IS NULL AND t.expires_at > now()
      RETURNING ${accountPersonColumns}, t.scopes`,
    [secretHash(secret)],
  );
  const found = rows[0];
  if (found === undefined) return undefined;
  const { scopes, ...person } = found;
  return { person, scopes };
}

/** Live tokens of a person, the newest first. */
export function apiTokensOf(db: Sql, personId: PersonId): Promise<ApiTokenRow[]> {
  return db.query<ApiTokenRow[]>(
    `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
       FROM api_token WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > now() ORDER BY created_at DESC`,
    [personId],
  );
}

/** Revokes a token at once; false when it is not the person's. */
export async function revokeApiToken(db: Sql, personId: PersonId, id: string): Promise<boolean> {
  const rows = await changedRows(
    db,
    'UPDATE api_token SET revoked_at = now() WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING id',
    [id, personId],
  );
  return rows.length === 1;
}
