import type { Country, OrganizationId, PersonId, StandingRole } from '@app/domain';
import { changedRows, type Sql } from '../sql';
import { isMailAddress } from './mail-address';

/** A new person. Names are whole: nothing forces a family name on anybody. */
export interface NewPerson {
  id: PersonId;
  fullName: string;
  latinName: string;
  addressAs: string;
  honorific?: string;
  positionZh?: string;
  positionEn?: string;
  organizationId?: OrganizationId;
  /** Addresses in order; the first is the primary one. */
  emails: string[];
  phone?: string;
  mailLanguage: string;
  country: Country;
  /** IANA zone, `Asia/Vientiane`. */
  zone: string;
  inYunnan?: boolean;
  roles?: StandingRole[];
  expert?: { fields: string[]; languages: string[]; capacityPerCall: number };
}

/** What may be corrected on a person without a procedure (a registry update, no amendment). */
export type PersonChange = Pick<NewPerson, 'fullName' | 'latinName' | 'addressAs' | 'mailLanguage' | 'emails'> & { zone: string };

/** Adds a person with addresses, roles and profile. Throws when an address is not exactly one mail address or belongs to somebody else. */
export async function addPerson(db: Sql, person: NewPerson): Promise<void> {
  await db.query(
    `INSERT INTO person (id, full_name, latin_name, address_as, honorific, position_zh, position_en, organization_id, phone,
                         mail_language, country, zone, in_yunnan)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      person.id,
      person.fullName,
      person.latinName,
      person.addressAs,
      person.honorific ?? null,
      person.positionZh ?? null,
      person.positionEn ?? null,
      person.organizationId ?? null,
      person.phone ?? null,
      person.mailLanguage,
      person.country,
      person.zone,
      person.inYunnan ?? false,
    ],
  );
  await storeAddresses(db, person.id, person.emails);
  for (const role of person.roles ?? []) await grantRole(db, person.id, role);
  if (person.expert !== undefined) {
    await db.query('INSERT INTO expert_profile (person_id, fields, languages, capacity_per_call) VALUES ($1, $2, $3, $4)', [
      person.id,
      person.expert.fields,
      person.expert.languages,
      person.expert.capacityPerCall,
    ]);
  }
}

/** Corrects a person if nobody changed him since revision `rev`; false when somebody did. Call it inside a transaction. */
export async function changePerson(db: Sql, id: PersonId, rev: number, change: PersonChange): Promise<boolean> {
  const rows = await changedRows(
    db,
    `UPDATE person SET full_name = $3, latin_name = $4, address_as = $5, mail_language = $6, zone = $7, rev = rev + 1
      WHERE id = $1 AND rev = $2 RETURNING id`,
    [id, rev, change.fullName, change.latinName, change.addressAs, change.mailLanguage, change.zone],
  );
  if (rows.length === 0) return false;
  await db.query('DELETE FROM person_email WHERE person_id = $1', [id]);
  await storeAddresses(db, id, change.emails);
  return true;
}

/** Whether a mail address belongs to somebody else than this person. */
export async function isAddressTaken(db: Sql, address: string, personId: PersonId): Promise<boolean> {
  const rows = await db.query<unknown[]>('SELECT 1 FROM person_email WHERE lower(address) = lower($1) AND person_id <> $2', [
    address,
    personId,
  ]);
  return rows.length > 0;
}

/** Gives a standing role; giving it twice changes nothing. */
export async function grantRole(db: Sql, personId: PersonId, role: StandingRole): Promise<void> {
  await db.query('INSERT INTO person_role (person_id, role) VALUES ($1, $2) ON CONFLICT DO NOTHING', [personId, role]);
}

async function storeAddresses(db: Sql, personId: PersonId, emails: string[]): Promise<void> {
  for (const [index, address] of emails.entries()) {
    if (!isMailAddress(address)) throw new Error('not exactly one mail address');
    await db.query('INSERT INTO person_email (person_id, address, rank) VALUES ($1, $2, $3)', [personId, address, index + 1]);
  }
}
