import type { Country, OrganizationId } from '@app/domain';
import type { Sql } from '../sql';
import { containing } from './people-reader';

/** An organization as pages and choices show it. */
export interface OrganizationRow {
  organizationId: OrganizationId;
  nameZh: string;
  nameEn: string;
  nameLocal: string | null;
  kind: string;
  country: Country;
  inYunnan: boolean;
  aliases: string[];
  /** Organizations with almost the same name that are not this one. */
  distinctFrom: OrganizationId[];
}

/** A new organization; names are canonical, other spellings are aliases with their source. */
export interface NewOrganization {
  id: OrganizationId;
  nameZh: string;
  nameEn: string;
  nameLocal?: string;
  kind: string;
  country: Country;
  inYunnan?: boolean;
  enterpriseCapital?: 'chinese' | 'local' | 'other';
  operatesIn?: Country[];
  addressZh?: string;
  addressEn?: string;
  mailDomains?: string[];
  aliases?: { text: string; language: string; source: string }[];
}

const columns = `o.id AS "organizationId", o.name_zh AS "nameZh", o.name_en AS "nameEn", o.name_local AS "nameLocal", o.kind, o.country,
  o.in_yunnan AS "inYunnan",
  ARRAY(SELECT a.text FROM organization_alias a WHERE a.organization_id = o.id ORDER BY a.text) AS aliases,
  ARRAY(SELECT CASE WHEN d.organization_id = o.id THEN d.other_id ELSE d.organization_id END::text FROM organization_distinct_from d
         WHERE o.id IN (d.organization_id, d.other_id)) AS "distinctFrom"`;

/** Organizations by id. Order is not promised. */
export function organizationsByIds(db: Sql, ids: readonly OrganizationId[]): Promise<OrganizationRow[]> {
  return db.query<OrganizationRow[]>(`SELECT ${columns} FROM organization o WHERE o.id = ANY($1::uuid[])`, [ids]);
}

/** Organizations for a choice in a form, by part of any name or alias, in order of their English names. */
export function findOrganizations(
  db: Sql,
  wanted: { q?: string; country?: Country; kind?: string; limit: number },
): Promise<OrganizationRow[]> {
  return db.query<OrganizationRow[]>(
    `SELECT ${columns} FROM organization o
      WHERE ($1::text IS NULL OR o.name_zh ILIKE $1 OR o.name_en ILIKE $1 OR o.name_local ILIKE $1
             OR EXISTS (SELECT 1 FROM organization_alias a WHERE a.organization_id = o.id AND a.text ILIKE $1))
        AND ($2::text IS NULL OR o.country = $2) AND ($3::text IS NULL OR o.kind = $3)
      ORDER BY o.name_en, o.id LIMIT $4`,
    [wanted.q === undefined ? null : containing(wanted.q), wanted.country ?? null, wanted.kind ?? null, wanted.limit],
  );
}

/** Adds an organization with its aliases. Adding the same id again changes nothing. */
export async function addOrganization(db: Sql, one: NewOrganization): Promise<void> {
  await db.query(
    `INSERT INTO organization (id, name_zh, name_en, name_local, kind, country, in_yunnan, enterprise_capital, operates_in,
                               address_zh, address_en, mail_domains)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (id) DO NOTHING`,
    [
      one.id,
      one.nameZh,
      one.nameEn,
      one.nameLocal ?? null,
      one.kind,
      one.country,
      one.inYunnan ?? false,
      one.enterpriseCapital ?? null,
      one.operatesIn ?? [],
      one.addressZh ?? null,
      one.addressEn ?? null,
      one.mailDomains ?? [],
    ],
  );
  for (const alias of one.aliases ?? []) {
    await db.query(
      'INSERT INTO organization_alias (organization_id, text, language, source) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
      [one.id, alias.text, alias.language, alias.source],
    );
  }
}

/** Notes that two organizations are not the same, however alike their names are. */
export async function keepApart(db: Sql, one: OrganizationId, other: OrganizationId): Promise<void> {
  await db.query(
    `INSERT INTO organization_distinct_from (organization_id, other_id) VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid))
     ON CONFLICT DO NOTHING`,
    [one, other],
  );
}
