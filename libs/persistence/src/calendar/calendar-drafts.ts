import type { CalendarDay, CalendarYear, Country, LocalDate, PersonId, RawDay } from '@app/domain';
import { changedRows, type Sql } from '../sql';

/** A draft of a country's year. */
export interface CalendarDraft {
  id: string;
  country: Country;
  year: number;
  days: RawDay[];
  source: string;
  state: 'draft' | 'published';
  /** Version of the table that it was copied from; 0 when there was none. */
  baseVersion: number;
  rev: number;
  authorName: string | null;
  editors: PersonId[];
  updatedAt: Date;
  proposalId: string | null;
  /** Whether a second person's word is awaited. */
  proposed: boolean;
}

const columns = `d.id, d.country, d.year, d.days, d.source, d.state, d.base_version AS "baseVersion", d.rev, p.full_name AS "authorName", d.editors,
  d.updated_at AS "updatedAt", d.proposal_id AS "proposalId", coalesce(a.state = 'proposed', false) AS proposed`;
const tables = 'calendar_draft d LEFT JOIN person p ON p.id = d.written_by LEFT JOIN technical_act a ON a.id = d.proposal_id';

/** A draft of a calendar; nothing when there is none, or it was discarded. */
export async function calendarDraft(db: Sql, id: string): Promise<CalendarDraft | undefined> {
  const [row] = await db.query<CalendarDraft[]>(`SELECT ${columns} FROM ${tables} WHERE d.id = $1 AND d.state <> 'discarded'`, [id]);
  return row;
}

/** Drafts that are not published, the last changed first. */
export function openCalendarDrafts(db: Sql): Promise<CalendarDraft[]> {
  return db.query(`SELECT ${columns} FROM ${tables} WHERE d.state = 'draft' ORDER BY d.updated_at DESC, d.id LIMIT 100`);
}

/** A country's table of a year; nothing when nobody has entered it. */
export async function calendarYear(db: Sql, country: Country, year: number): Promise<CalendarYear | undefined> {
  const [row] = await db.query<CalendarYear[]>(
    `SELECT y.country, y.year, y.version, y.source,
       coalesce((SELECT jsonb_agg(jsonb_build_object('date', to_char(d.date, 'YYYY-MM-DD'), 'kind', d.kind, 'name', d.name, 'status', d.status)
         ORDER BY d.date, d.kind COLLATE "C") FROM calendar_day d WHERE d.country = y.country AND d.year = y.year), '[]') AS days
       FROM calendar_year y WHERE y.country = $1 AND y.year = $2`,
    [country, year],
  );
  return row;
}

/** A draft to be begun. */
export interface NewCalendarDraft {
  /** The caller's key, a UUID: the same key is the same draft. */
  id: string;
  country: Country;
  year: number;
  by: PersonId | null;
}

/** Begins a draft with the days of the table there is. False when the key began another one. */
export async function beginCalendarDraft(tx: Sql, { id, country, year, by }: NewCalendarDraft): Promise<boolean> {
  const table = await calendarYear(tx, country, year);
  await tx.query(
    `INSERT INTO calendar_draft (id, country, year, days, source, base_version, written_by, editors)
     VALUES ($1, $2, $3, $4, $5, $6, $7, array_remove(ARRAY[$7::uuid], NULL)) ON CONFLICT (id) DO NOTHING`,
    [id, country, year, JSON.stringify(table?.days ?? []), table?.source ?? '', table?.version ?? 0, by],
  );
  const rows = await tx.query<unknown[]>(
    'SELECT FROM calendar_draft WHERE id = $1 AND country = $2 AND year = $3 AND written_by IS NOT DISTINCT FROM $4::uuid',
    [id, country, year, by],
  );
  return rows.length === 1;
}

/** What saving found. `stale`: somebody saved it meanwhile. `proposed`: it waits for a second person. `missing`: there is no such draft. */
export type CalendarDraftOutcome = { is: 'saved'; rev: number } | { is: 'stale'; current: number } | { is: 'proposed' | 'missing' };

const unproposed = `NOT EXISTS (SELECT FROM technical_act a WHERE a.id = calendar_draft.proposal_id AND a.state IN ('proposed', 'running'))`;

/** Saves the days of a draft if nobody saved it since and it does not wait for a second person. */
export async function saveCalendarDraft(
  tx: Sql,
  id: string,
  { days, source, seen, by }: { days: readonly CalendarDay[]; source: string; seen: number; by: PersonId | null },
): Promise<CalendarDraftOutcome> {
  return changed(tx, id, seen, {
    sets: `days = $3, source = $4, proposal_id = NULL, editors = ARRAY(SELECT DISTINCT one FROM unnest(editors || $5::uuid) one WHERE one IS NOT NULL)`,
    values: [JSON.stringify(days), source, by],
  });
}

/** Discards a draft. */
export function discardCalendarDraft(tx: Sql, id: string, seen: number): Promise<CalendarDraftOutcome> {
  return changed(tx, id, seen, { sets: `state = 'discarded'`, values: [] });
}

async function changed(
  tx: Sql,
  id: string,
  seen: number,
  { sets, values }: { sets: string; values: unknown[] },
): Promise<CalendarDraftOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE calendar_draft SET ${sets}, rev = rev + 1, updated_at = now() WHERE id = $1 AND state = 'draft' AND rev = $2 AND ${unproposed} RETURNING rev`,
    [id, seen, ...values],
  );
  if (rows[0] !== undefined) return { is: 'saved', rev: rows[0].rev };
  const draft = await calendarDraft(tx, id);
  if (draft?.state !== 'draft') return { is: 'missing' };
  return draft.rev === seen ? { is: 'proposed' } : { is: 'stale', current: draft.rev };
}

/** Open deadlines of live projects whose counting may pass one of these days, or that end on one: an upper bound of those that move. */
export async function deadlinesPassing(
  db: Sql,
  country: Country,
  dates: readonly LocalDate[],
): Promise<{ deadlines: number; projects: number }> {
  const [row] = await db.query<{ deadlines: number; projects: number }[]>(
    `SELECT count(*)::integer AS deadlines, count(DISTINCT h.id)::integer AS projects
       FROM entity_head h CROSS JOIN LATERAL jsonb_array_elements(h.state->'deadlines') one
      WHERE h.kind = 'project' AND NOT h.closed AND h.room_id IS NULL AND one->'because'->'set' ? $1
        AND EXISTS (SELECT FROM unnest($2::date[]) day WHERE day BETWEEN (one->'because'->>'startOn')::date AND (one->>'dueOn')::date)`,
    [country, dates],
  );
  return row ?? { deadlines: 0, projects: 0 };
}
