import type { RegisterStatus } from '@app/domain';
import { containing } from '../people/people-reader';
import type { Sql } from '../sql';

/** What the register is asked for. */
export interface RegisterQuery {
  year?: number;
  country?: string;
  status?: RegisterStatus;
  call?: string;
  q?: string;
  /** Reference of the last entry of the page before. */
  after?: string;
  limit: number;
}

/** One announced project, with what is public of it and nothing else. */
export interface RegisterLine {
  reference: string;
  titleZh: string | null;
  titleEn: string | null;
  leadZh: string | null;
  leadEn: string | null;
  hostCountry: string | null;
  call: string;
  year: number;
  status: RegisterStatus;
  outcome: string | null;
  approvedOn: string | null;
  from: string | null;
  to: string | null;
  stoppedOn: string | null;
}

const day = (column: string): string => `to_char(e.${column}, 'YYYY-MM-DD')`;
const columns = `e.reference, e.title_zh AS "titleZh", e.title_en AS "titleEn", o.name_zh AS "leadZh", o.name_en AS "leadEn", e.host_country AS "hostCountry",
  e.call_code AS call, e.year, e.status, e.outcome, ${day('approved_on')} AS "approvedOn", ${day('effective_on')} AS "from", ${day('expires_on')} AS "to",
  ${day('stopped_on')} AS "stoppedOn"`;
const joined = 'register_entry e LEFT JOIN organization o ON o.id = e.lead_organization_id';

function filtersOf(query: RegisterQuery, values: unknown[]): string[] {
  const filters = ['TRUE'];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    filters.push(sql(`$${values.length}`));
  };
  where(query.year, (at) => `e.year = ${at}`);
  where(query.country, (at) => `e.host_country = ${at}`);
  where(query.status, (at) => `e.status = ${at}`);
  where(query.call, (at) => `e.call_code = ${at}`);
  where(query.q === undefined ? undefined : containing(query.q), (at) => {
    const names = ['e.reference', 'e.title_zh', 'e.title_en', 'o.name_zh', 'o.name_en'];
    return `(${names.map((name) => `${name} ILIKE ${at}`).join(' OR ')})`;
  });
  return filters;
}

/** The register, the newest year first and by reference within it; one more than `limit` tells that a further page exists. */
export function registerLines(db: Sql, query: RegisterQuery): Promise<RegisterLine[]> {
  const values: unknown[] = [];
  const filters = filtersOf(query, values);
  if (query.after !== undefined) {
    values.push(query.after);
    const last = `(SELECT l.year FROM register_entry l WHERE l.reference = $${values.length})`;
    filters.push(`(e.year < ${last} OR (e.year = ${last} AND e.reference COLLATE "C" > $${values.length}))`);
  }
  values.push(query.limit + 1);
  return db.query(
    `SELECT ${columns} FROM ${joined} WHERE ${filters.join(' AND ')} ORDER BY e.year DESC, e.reference COLLATE "C" LIMIT $${values.length}`,
    values,
  );
}

/** How many entries a question matches. */
export async function countRegister(db: Sql, query: Omit<RegisterQuery, 'after' | 'limit'>): Promise<number> {
  const values: unknown[] = [];
  const filters = filtersOf({ ...query, limit: 1 }, values);
  const rows = await db.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${joined} WHERE ${filters.join(' AND ')}`, values);
  return rows[0]?.count ?? 0;
}

/** Years of which the register knows a project, the newest first. */
export async function registerYears(db: Sql): Promise<number[]> {
  const rows = await db.query<{ year: number }[]>('SELECT DISTINCT year FROM register_entry ORDER BY year DESC');
  return rows.map(({ year }) => year);
}

/** One entry by the project's reference. */
export async function registerLine(db: Sql, reference: string): Promise<RegisterLine | undefined> {
  const rows = await db.query<RegisterLine[]>(`SELECT ${columns} FROM ${joined} WHERE e.reference = $1`, [reference]);
  return rows[0];
}
