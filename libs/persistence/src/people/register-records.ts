import { registerFields, type RegisterSubject, type RegisterValues } from '@app/domain';
import type { Sql } from '../sql';
import { isMailAddress } from './mail-address';

/** Which entry of the register. */
export interface RegisterKey {
  subject: RegisterSubject;
  id: string;
}

/** An entry of the register as it stands, with its revision. */
export interface RegisterRecord {
  values: RegisterValues;
  rev: number;
}

const columnOf: Record<string, string> = {
  nameZh: 'name_zh',
  nameEn: 'name_en',
  nameLocal: 'name_local',
  addressZh: 'address_zh',
  addressEn: 'address_en',
  fullName: 'full_name',
  latinName: 'latin_name',
  addressAs: 'address_as',
  honorific: 'honorific',
  positionZh: 'position_zh',
  positionEn: 'position_en',
  phone: 'phone',
  mailLanguage: 'mail_language',
  zone: 'zone',
};

const addresses = `ARRAY(SELECT e.address FROM person_email e WHERE e.person_id = t.id ORDER BY e.rank)`;

function valueOf(field: string): string {
  return `'${field}', ${field === 'emails' ? addresses : `t.${columnOf[field] ?? ''}`}`;
}

/**
 * An entry of the register; nothing when there is none.
 * @param lock whether it stays as it is until the transaction ends
 */
export async function registerRecord(
  db: Sql,
  { subject, id }: RegisterKey,
  { lock = false }: { lock?: boolean } = {},
): Promise<RegisterRecord | undefined> {
  const [row] = await db.query<RegisterRecord[]>(
    `SELECT jsonb_build_object(${registerFields[subject].map(valueOf).join(', ')}) AS values, t.rev FROM ${subject} t WHERE t.id = $1
      ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return row;
}

/** Writes values into an entry and moves its revision on. Addresses that stay keep whether they refused mail. Call it inside a transaction. */
export async function writeRegister(tx: Sql, { subject, id }: RegisterKey, values: RegisterValues): Promise<void> {
  const { emails, ...texts } = values;
  const pairs = Object.entries(texts);
  const sets = pairs.map(([field], index) => `${columnOf[field] ?? ''} = $${index + 2}`);
  await tx.query(`UPDATE ${subject} SET ${[...sets, 'rev = rev + 1'].join(', ')} WHERE id = $1`, [id, ...pairs.map(([, value]) => value)]);
  if (Array.isArray(emails)) await writeAddresses(tx, id, emails);
}

async function writeAddresses(tx: Sql, personId: string, emails: string[]): Promise<void> {
  if (!emails.every(isMailAddress)) throw new Error('not exactly one mail address');
  const old = await tx.query<{ address: string; refusedAt: Date }[]>(
    'SELECT lower(address) AS address, bounced_at AS "refusedAt" FROM person_email WHERE person_id = $1 AND bounced_at IS NOT NULL',
    [personId],
  );
  const refused = new Map(old.map(({ address, refusedAt }) => [address, refusedAt]));
  await tx.query('DELETE FROM person_email WHERE person_id = $1', [personId]);
  for (const [index, address] of emails.entries())
    await tx.query('INSERT INTO person_email (person_id, address, rank, bounced_at) VALUES ($1, $2, $3, $4)', [
      ...[personId, address, index + 1, refused.get(address.toLowerCase()) ?? null],
    ]);
}

/** Whether an address belongs to somebody else, as where mail goes or as a name to sign in with. */
export async function isAddressOfAnother(db: Sql, address: string, personId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT FROM person_email WHERE lower(address) = lower($1) AND person_id <> $2
     UNION ALL SELECT FROM account WHERE lower(sign_in) = lower($1) AND person_id <> $2`,
    [address, personId],
  );
  return rows.length > 0;
}

/** An entry of the register as a search finds it. */
export interface RegisterHit extends RegisterKey {
  name: string;
  otherName: string;
  country: string;
  /** Of a person: where he works. */
  organization: string | null;
  /** Whether a correction of it waits for a second person. */
  waits: boolean;
}

/**
 * Organizations and people by part of a name, an alias or an address; without one, those whose correction waits. Organizations first, then by name.
 * @param pattern for ILIKE
 */
export function searchRegister(
  db: Sql,
  { pattern, subject, limit }: { pattern?: string; subject?: RegisterSubject; limit: number },
): Promise<RegisterHit[]> {
  return db.query<RegisterHit[]>(
    `SELECT r.* FROM (
       SELECT 'organization' AS subject, o.id, o.name_zh AS name, o.name_en AS "otherName", o.country, NULL AS organization, o.name_local AS third,
              ARRAY(SELECT a.text FROM organization_alias a WHERE a.organization_id = o.id) AS more FROM organization o
       UNION ALL
       SELECT 'person', p.id, p.full_name, p.latin_name, p.country, w.name_zh, w.name_en,
              ARRAY(SELECT e.address FROM person_email e WHERE e.person_id = p.id) FROM person p LEFT JOIN organization w ON w.id = p.organization_id) s,
       LATERAL (SELECT s.subject, s.id, s.name, s."otherName", s.country, s.organization,
                       EXISTS (SELECT FROM register_correction k WHERE k.subject = s.subject AND k.subject_id = s.id AND k.state = 'open') AS waits) r
      WHERE ($2::text IS NULL OR s.subject = $2)
        AND CASE WHEN $1::text IS NULL THEN r.waits
                 ELSE s.name ILIKE $1 OR s."otherName" ILIKE $1 OR s.third ILIKE $1 OR EXISTS (SELECT FROM unnest(s.more) m WHERE m ILIKE $1) END
      ORDER BY s.subject, s."otherName", s.id LIMIT $3`,
    [pattern ?? null, subject ?? null, limit],
  );
}
