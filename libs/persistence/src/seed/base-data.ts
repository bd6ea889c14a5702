import type { Sql } from '../sql';
import { publishPolicy } from '../policy/policy-reader';
import { writeCalendarYear } from '../calendar/calendar-reader';
import { seedCalendars } from './calendars';
import { seedCountries } from './countries/countries';
import { defaultPolicyVersion1 } from './policy/default-policy-version1';

/** What the base data added; zeros when all of it was there. */
export interface BaseDataReport {
  countries: number;
  calendarYears: number;
  policies: number;
}

/** Countries, calendars and the first policy of a new installation, each only where it is missing: what an administrator changed stays. */
export async function loadBaseData(tx: Sql): Promise<BaseDataReport> {
  const countries = await loadCountries(tx);
  const known = new Set(
    (await tx.query<{ key: string }[]>(`SELECT country || year::text AS key FROM calendar_year`)).map((row) => row.key.trim()),
  );
  const missing = seedCalendars.filter((table) => !known.has(`${table.country}${table.year}`));
  for (const table of missing) await writeCalendarYear(tx, table, `first data ${table.country} ${table.year}`);
  const { version, note, policy } = defaultPolicyVersion1;
  const published = await publishPolicy(tx, version, note, policy);
  return { countries, calendarYears: missing.length, policies: published ? 1 : 0 };
}

async function loadCountries(tx: Sql): Promise<number> {
  let written = 0;
  for (const { code, nameZh, nameEn, nativeName, languageTag, zone, currency } of seedCountries) {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO country (code, name_zh, name_en, native_name, language_tag, zone, currency) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING RETURNING code`,
      [code, nameZh, nameEn, nativeName, languageTag, zone, currency],
    );
    written += rows.length;
  }
  return written;
}
