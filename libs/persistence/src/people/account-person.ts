import type { Country, OrganizationId, PersonId, StandingRole } from '@app/domain';
import type { Sql } from '../sql';

/** A signed-in person: who he is to the programme, read anew with each request, so that a lost role is lost at once. */
export interface AccountPerson {
  personId: PersonId;
  fullName: string;
  latinName: string;
  addressAs: string;
  organizationId: OrganizationId | null;
  language: string;
  country: Country;
  zone: string;
  /** Whether notices of a day come in one mail. */
  digest: 'daily' | 'off';
  roles: StandingRole[];
}

/** Columns of an AccountPerson, of the table `person` under the name `p`. */
export const accountPersonColumns = `p.id AS "personId", p.full_name AS "fullName", p.latin_name AS "latinName", p.address_as AS "addressAs",
  p.organization_id AS "organizationId", p.mail_language AS language, p.country, p.zone, p.mail_digest AS digest,
  ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles`;

/** An active person as the rules know an actor; nothing when unknown or inactive. */
export async function accountPerson(db: Sql, personId: PersonId): Promise<AccountPerson | undefined> {
  const rows = await db.query<AccountPerson[]>(`SELECT ${accountPersonColumns} FROM person p WHERE p.id = $1 AND p.active`, [personId]);
  return rows[0];
}
