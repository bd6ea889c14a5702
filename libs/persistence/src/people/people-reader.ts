import type { Country, OrganizationId, PersonFacts, PersonId, StandingRole } from '@app/domain';
import type { Sql } from '../sql';

/** A person as pages and choices show him: names and place, no address. */
export interface PersonRow {
  personId: PersonId;
  fullName: string;
  latinName: string;
  addressAs: string;
  organizationId: OrganizationId | null;
  organizationZh: string | null;
  organizationEn: string | null;
  country: Country;
  zone: string;
  language: string;
  roles: StandingRole[];
  rev: number;
}

/** A person as mail needs him: every address in order, with those that refused marked. */
export interface RecipientRow {
  personId: PersonId;
  fullName: string;
  latinName: string;
  addressAs: string;
  honorific: string | null;
  positionZh: string | null;
  positionEn: string | null;
  language: string;
  country: Country;
  zone: string;
  /** Whether notices of a day come in one mail. */
  digest: 'daily' | 'off';
  addresses: { address: string; bounced: boolean }[];
}

const personColumns = `p.id AS "personId", p.full_name AS "fullName", p.latin_name AS "latinName", p.address_as AS "addressAs",
  p.organization_id AS "organizationId", o.name_zh AS "organizationZh", o.name_en AS "organizationEn", p.country, p.zone,
  p.mail_language AS language, p.rev, ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles`;

/** People by id; inactive ones too, since the past names them. Order is not promised. */
export function peopleByIds(db: Sql, ids: readonly PersonId[]): Promise<PersonRow[]> {
  return db.query<PersonRow[]>(
    `SELECT ${personColumns} FROM person p LEFT JOIN organization o ON o.id = p.organization_id WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
}

/** Active people for a choice in a form, by standing role, organization or part of a name, in order of their Latin names. */
export function findPeople(
  db: Sql,
  wanted: { role?: StandingRole; organizationIds?: OrganizationId[]; q?: string; limit: number },
): Promise<PersonRow[]> {
  return db.query<PersonRow[]>(
    `SELECT ${personColumns} FROM person p LEFT JOIN organization o ON o.id = p.organization_id
      WHERE p.active
        AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM person_role r WHERE r.person_id = p.id AND r.role = $1))
        AND ($2::uuid[] IS NULL OR p.organization_id = ANY($2))
        AND ($3::text IS NULL OR p.full_name ILIKE $3 OR p.latin_name ILIKE $3)
      ORDER BY p.latin_name, p.id LIMIT $4`,
    [wanted.role ?? null, wanted.organizationIds ?? null, wanted.q === undefined ? null : containing(wanted.q), wanted.limit],
  );
}

/** A search term as an ILIKE pattern that finds it anywhere and takes its own wildcards literally. */
export function containing(q: string): string {
  return `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** Names, language, zone and addresses of active people, for mail. */
export function recipientsByIds(db: Sql, ids: readonly PersonId[]): Promise<RecipientRow[]> {
  return db.query<RecipientRow[]>(
    `SELECT p.id AS "personId", p.full_name AS "fullName", p.latin_name AS "latinName", p.address_as AS "addressAs", p.honorific,
            p.position_zh AS "positionZh", p.position_en AS "positionEn", p.mail_language AS language, p.country, p.zone,
            p.mail_digest AS digest, coalesce((SELECT jsonb_agg(jsonb_build_object('address', e.address, 'bounced', e.bounced_at IS NOT NULL) ORDER BY e.rank)
                        FROM person_email e WHERE e.person_id = p.id), '[]'::jsonb) AS addresses
       FROM person p WHERE p.id = ANY($1::uuid[]) AND p.active`,
    [ids],
  );
}

/** Mail providers open to everybody: sharing one says nothing about an employer. */
const publicMailDomains = [
  'gmail.com',
  'qq.com',
  '163.com',
  '126.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'foxmail.com',
  'sina.com',
];

/** What rules may know of people named in a command, but for the files they already judge, which the ledger's summaries count. */
export async function personFacts(db: Sql, ids: readonly PersonId[]): Promise<Record<PersonId, Omit<PersonFacts, 'filesInCall'>>> {
  const rows = await db.query<(PersonFactsRow & { organizationId: string | null; mailDomain: string | null })[]>(
    `SELECT p.id AS "personId", p.organization_id AS "organizationId", p.country, p.zone, p.mail_language AS language,
            p.in_yunnan AS "inYunnan", p.active,
            ARRAY(SELECT r.role FROM person_role r WHERE r.person_id = p.id ORDER BY r.role) AS roles,
            (SELECT lower(split_part(e.address, '@', 2)) FROM person_email e WHERE e.person_id = p.id ORDER BY e.rank LIMIT 1) AS "mailDomain",
            ARRAY(SELECT DISTINCT m.organization_id::text FROM person_employer m
                   WHERE m.person_id = p.id AND (m.to_on IS NULL OR m.to_on > current_date - interval '3 years')) AS "formerEmployers"
       FROM person p WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  return Object.fromEntries(rows.map((row) => [row.personId, factsOf(row)]));
}

type PersonFactsRow = Omit<PersonFacts, 'filesInCall' | 'organizationId' | 'mailDomain'>;

function factsOf({
  organizationId,
  mailDomain,
  ...rest
}: PersonFactsRow & { organizationId: string | null; mailDomain: string | null }): Omit<PersonFacts, 'filesInCall'> {
  return {
    ...rest,
    ...(organizationId === null ? {} : { organizationId }),
    ...(mailDomain === null || publicMailDomains.includes(mailDomain) ? {} : { mailDomain }),
  };
}
