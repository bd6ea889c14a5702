import type { PersonId } from '@app/domain';
import type { Sql } from '../sql';

/** A local account as sign-in needs it. */
export interface AccountRow {
  personId: PersonId;
  passwordHash: string;
  disabled: boolean;
}

/** The account of a sign-in name, in any letter case. */
export async function accountBySignIn(db: Sql, signIn: string): Promise<AccountRow | undefined> {
  const rows = await db.query<AccountRow[]>(
    `SELECT a.person_id AS "personId", a.password_hash AS "passwordHash", (a.disabled_at IS NOT NULL OR NOT p.active) AS disabled
       FROM account a JOIN person p ON p.id = a.person_id WHERE lower(a.sign_in) = lower($1)`,
    [signIn],
  );
  return rows[0];
}

/** The local account of a person. */
export async function accountByPerson(db: Sql, personId: PersonId): Promise<AccountRow | undefined> {
  const rows = await db.query<AccountRow[]>(
    `SELECT a.person_id AS "personId", a.password_hash AS "passwordHash", (a.disabled_at IS NOT NULL OR NOT p.active) AS disabled
       FROM account a JOIN person p ON p.id = a.person_id WHERE a.person_id = $1`,
    [personId],
  );
  return rows[0];
}

/** Opens a local account. False when the person or the sign-in name has one already. */
export async function createAccount(db: Sql, account: { personId: PersonId; signIn: string; passwordHash: string }): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    'INSERT INTO account (person_id, sign_in, password_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING person_id',
    [account.personId, account.signIn, account.passwordHash],
  );
  return rows.length === 1;
}

/** Replaces the stored hash of a password. */
export async function storePasswordHash(db: Sql, personId: PersonId, passwordHash: string): Promise<void> {
  await db.query('UPDATE account SET password_hash = $2, password_changed_at = now() WHERE person_id = $1', [personId, passwordHash]);
}

/** Closes an account and ends every session and token of the person at once. */
export async function disableAccount(db: Sql, personId: PersonId): Promise<void> {
  await db.query('UPDATE account SET disabled_at = now() WHERE person_id = $1', [personId]);
  await db.query('DELETE FROM session WHERE person_id = $1', [personId]);
  await db.query('UPDATE api_token SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [personId]);
}
