import type { Actor } from '@app/domain';
import { narrowed, overdueSql, projectParts, type ProjectFilters } from '../project/project-filters';
import type { Sql } from '../sql';

/** What the rows of the board can be. */
export const boardLanes = ['none', 'country', 'officer', 'call'] as const;

/** What the rows of the board are: one row, or one per host country, officer or call. */
export type BoardLanes = (typeof boardLanes)[number];

/** Which projects the board shows and how. */
export interface BoardQuery extends ProjectFilters {
  lanes: BoardLanes;
}

/** How many projects stand in one lane and stage. The lane is a country, an id, or `none`. */
export interface BoardCell {
  lane: string;
  /** Name of an officer or code of a call. */
  laneName: string | null;
  stage: string;
  projects: number;
  overdue: number;
  held: number;
}

/** A project on the board. Local dates of law; instants in UTC. */
export interface BoardCard {
  id: string;
  rev: number;
  reference: string | null;
  titleZh: string | null;
  titleEn: string | null;
  leadZh: string | null;
  leadEn: string | null;
  callId: string;
  stage: string;
  subState: string;
  lane: string;
  country: string | null;
  officerName: string | null;
  held: string | null;
  overlays: string[];
  deadline: { ladder: string; dueOn: string; endsAt: Date; ownerRole: string | null; overdue: boolean } | null;
  since: Date;
  /** Value the card is sorted by within its cell, for the cards that follow. */
  sortKey: string;
}

const laneOf: Record<BoardLanes, string> = {
  none: `'none'`,
  country: `coalesce(s.host_country, 'none')`,
  officer: `coalesce(s.officer_id::text, 'none')`,
  call: 's.call_id::text',
};

const laneName: Record<BoardLanes, string> = {
  none: 'NULL',
  country: 'NULL',
  officer: `(SELECT full_name FROM person WHERE id::text = c.lane)`,
  call: `(SELECT code FROM call_summary WHERE id::text = c.lane)`,
};

const overdue = `coalesce(${overdueSql}, FALSE)`;
/** The most urgent first: what is due earliest, or was; what nobody waits for comes last. */
const urgency = `coalesce(s.deadline_ends_at, '9999-12-31 00:00:00+00'::timestamptz)`;

/** How many projects an actor may see in each lane and stage of the board, how many of them late and held. */
export async function boardCells(db: Sql, actor: Actor, query: BoardQuery): Promise<BoardCell[]> {
  const { from, where, values } = projectParts(actor, await narrowed(db, query));
  return db.query<BoardCell[]>(
    `SELECT c.*, ${laneName[query.lanes]} AS "laneName"
       FROM (SELECT ${laneOf[query.lanes]} AS lane, s.stage, count(*)::int AS projects, (count(*) FILTER (WHERE ${overdue}))::int AS overdue,
                    (count(*) FILTER (WHERE s.held IS NOT NULL))::int AS held
               FROM ${from} WHERE ${where} GROUP BY 1, 2) c`,
    values,
  );
}

/** Which cards are wanted: the first of each cell of these stages, or those of one cell that follow a card. */
export interface BoardCardsWish {
  stages: readonly string[];
  perCell: number;
  cell?: { lane: string; after?: { key: string; id: string } };
}

/**
 * The ids of the wanted cards. Without lanes each column is read in its index's own order as far as needed; with lanes the cells are too many for
 * that, and one pass ranks all.
 */
function idsOf(
  lanes: BoardLanes,
  { from, where }: { from: string; where: string },
  { stages, most }: { stages: string; most: string },
): string {
  const order = `${urgency}, s.id`;
  if (lanes === 'none')
    return `SELECT f.id FROM unnest(${stages}::text[]) AS c(stage) CROSS JOIN LATERAL (
              SELECT s.id FROM ${from} WHERE s.stage = c.stage AND ${where} ORDER BY ${order} LIMIT ${most}) f`;
  return `SELECT f.id FROM (SELECT s.id, row_number() OVER (PARTITION BY s.stage, ${laneOf[lanes]} ORDER BY ${order}) AS place
            FROM ${from} WHERE s.stage = ANY(${stages}::text[]) AND ${where}) f WHERE f.place <= ${most}`;
}

/** The most urgent cards per cell, in order; one more than `perCell` in a cell tells that there are more. */
export async function boardCards(db: Sql, actor: Actor, query: BoardQuery, wish: BoardCardsWish): Promise<BoardCard[]> {
  const { from, where, values, content } = projectParts(actor, await narrowed(db, query));
  const open = content();
  const place = (value: unknown): string => `$${values.push(value)}`;
  const lane = laneOf[query.lanes];
  const conditions = [where];
  if (wish.cell !== undefined) conditions.push(`${lane} = ${place(wish.cell.lane)}`);
  const after = wish.cell?.after;
  if (after !== undefined) conditions.push(`(${urgency}, s.id) > (${place(after.key)}::timestamptz, ${place(after.id)}::uuid)`);
  const places = { stages: place(wish.stages), most: `${place(wish.perCell + 1)}::int` };
  const ids = idsOf(query.lanes, { from, where: conditions.join(' AND ') }, places);
  const rows = await db.query<FlatCard[]>(
    `SELECT s.id, s.rev, s.reference, s.call_id AS "callId", s.stage, s.sub_state AS "subState", ${lane} AS lane, s.host_country AS country,
            s.held, s.overlays, amended_text(s.id, 'titleZh', coalesce(v.content, d.content)->>'titleZh') AS "titleZh", amended_text(s.id, 'titleEn', coalesce(v.content, d.content)->>'titleEn') AS "titleEn",
            lo.name_zh AS "leadZh", lo.name_en AS "leadEn", p.full_name AS "officerName", s.since,
            to_char((${urgency}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "sortKey",
            s.deadline_ladder AS ladder, to_char(s.deadline_on, 'YYYY-MM-DD') AS "dueOn", s.deadline_ends_at AS "endsAt",
            s.owner_role AS "ownerRole", ${overdue} AS overdue
       FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
       LEFT JOIN room r ON r.id = s.room_id
       LEFT JOIN application_draft d ON d.project_id = s.id AND ${open}
       LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id AND ${open}
         AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
       LEFT JOIN organization lo ON lo.id = s.lead_organization_id AND ${open}
       LEFT JOIN person p ON p.id = s.officer_id
      WHERE s.id = ANY(ARRAY(${ids})) ORDER BY ${urgency}, s.id`,
    values,
  );
  return rows.map(cardOf);
}

type FlatCard = Omit<BoardCard, 'deadline'> & {
  ladder: string | null;
  dueOn: string | null;
  endsAt: Date | null;
  ownerRole: string | null;
  overdue: boolean;
};

function cardOf({ ladder, dueOn, endsAt, ownerRole, overdue: late, ...card }: FlatCard): BoardCard {
  const due = ladder !== null && dueOn !== null && endsAt !== null ? { ladder, dueOn, endsAt, ownerRole, overdue: late } : null;
  return { ...card, deadline: due };
}
