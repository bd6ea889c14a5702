import type { Actor, Country } from '@app/domain';
import { gramsOf, searchWords } from '../search/search-text';
import type { Sql } from '../sql';
import { readableContacts, readableContent, readableProjects, type Condition } from './project-rights';

/** Which projects are asked for. Several values of one filter mean any of them, several filters all of them. */
export interface ProjectFilters {
  stage?: string[];
  subState?: string[];
  /** `none` asks for those whose host country is not chosen yet. */
  country?: (Country | 'none')[];
  callId?: string;
  /** `none`: nobody looks after it; `me`: whoever asks. */
  officer?: string;
  lead?: string;
  host?: string;
  /** A party of any role. */
  organization?: string;
  field?: string[];
  ownerRole?: string[];
  outcome?: string[];
  overdue?: boolean;
  /** The next deadline ends within so many days and has not ended yet. */
  dueWithin?: number;
  /** The next deadline's local date, both ends included. */
  dueFrom?: string;
  dueTo?: string;
  held?: boolean;
  closed?: boolean;
  q?: string;
  /** Only these projects, or all but these. */
  only?: string[];
  except?: string[];
  /** Projects that can hold the words of `q`, as `narrowed` found them. */
  candidates?: string[];
}

/** More projects than these are quicker read through than picked out. */
const mostCandidates = 500;

/**
 * The filters with the few projects that can hold the words of a search, asked of the index before: a word in many projects is then looked for in their
 * order, and one in few only there.
 */
export async function narrowed<T extends ProjectFilters>(db: Sql, filters: T): Promise<T> {
  const grams = filters.q === undefined ? [] : gramsOf(searchWords(filters.q).join('\n'));
  if (grams.length === 0) return filters;
  const found = await db.query<{ id: string }[]>(`SELECT search_candidates($1::integer[]) AS id LIMIT ${mostCandidates + 1}`, [grams]);
  return found.length > mostCandidates ? filters : { ...filters, candidates: found.map(({ id }) => id) };
}

/** Parts of statements over `project_summary s` that several readers put together. */
export interface ProjectParts {
  from: string;
  where: string;
  /** Whether what was applied for may be shown, as SQL; its values join the others when it is asked for. */
  content: () => string;
  /** Values the parts name; further ones are added behind them. */
  values: unknown[];
}

/** The entity's time now, so that PostgreSQL can put it into the statement: a project whose deadline lies before it is overdue. */
const entityTime = `CASE s.clock->>'kind' WHEN 'conducted' THEN r.room_now
  WHEN 'rated' THEN (s.clock->>'anchorVirtual')::timestamptz
    + (statement_timestamp() - (s.clock->>'anchorReal')::timestamptz) * (s.clock->>'rate')::double precision
  ELSE statement_timestamp() END`;

/** Whether the next deadline is over, as SQL over `project_summary s` and `room r`; unknown when there is none. */
export const overdueSql = `s.deadline_ends_at <= ${entityTime}`;

/** From, where and values of the projects that an actor may see and that fit. `needsKeys` says that the search row is needed even without a search. */
export function projectParts(actor: Actor, filters: ProjectFilters, needsKeys = false): ProjectParts {
  const values: unknown[] = [];
  const taken = (make: (actor: Actor, first: number) => Condition): string => {
    const condition = make(actor, values.length + 1);
    values.push(...condition.values);
    return condition.sql;
  };
  const rights = taken(readableProjects);
  let known: string | undefined;
  const content = (): string => (known ??= taken(readableContent));
  const conditions = [rights, ...plainConditions(filters, actor, values)];
  const words = filters.q === undefined ? [] : searchWords(filters.q);
  if (words.length > 0) conditions.push(...wordConditions(words, values, { content: content(), contacts: taken(readableContacts) }));
  const join = words.length > 0 ? 'JOIN' : 'LEFT JOIN';
  const search = words.length > 0 || needsKeys ? `${join} project_search x ON x.project_id = s.id` : '';
  return { from: `project_summary s LEFT JOIN room r ON r.id = s.room_id ${search}`, where: conditions.join(' AND '), content, values };
}

function plainConditions(filters: ProjectFilters, actor: Actor, values: unknown[]): string[] {
  const conditions: string[] = [];
  const where = (value: unknown, sql: (place: string) => string): void => {
    if (value === undefined) return;
    values.push(value);
    conditions.push(sql(`$${values.length}`));
  };
  where(filters.stage, (at) => `s.stage = ANY(${at}::text[])`);
  where(filters.subState, (at) => `s.sub_state = ANY(${at}::text[])`);
  where(filters.country, (at) => `coalesce(s.host_country, 'none') = ANY(${at}::text[])`);
  where(filters.callId, (at) => `s.call_id = ${at}`);
  where(filters.lead, (at) => `s.lead_organization_id = ${at}`);
  where(filters.host, (at) => `s.host_organization_id = ${at}`);
  where(filters.organization, (at) => `s.organization_ids @> ARRAY[${at}::uuid]`);
  where(filters.field, (at) => `s.field_code = ANY(${at}::text[])`);
  where(filters.ownerRole, (at) => `s.owner_role = ANY(${at}::text[])`);
  where(filters.outcome, (at) => `s.outcome = ANY(${at}::text[])`);
  where(filters.held, (at) => `(s.held IS NOT NULL) = ${at}::boolean`);
  where(filters.closed, (at) => `s.closed = ${at}::boolean`);
  where(filters.overdue, (at) => `coalesce(${overdueSql}, FALSE) = ${at}::boolean`);
  where(
    filters.dueWithin,
    (at) => `(s.deadline_ends_at - ${entityTime}) BETWEEN interval '1 microsecond' AND make_interval(days => ${at}::integer)`,
  );
  where(filters.dueFrom, (at) => `s.deadline_on >= ${at}::date`);
  where(filters.dueTo, (at) => `s.deadline_on <= ${at}::date`);
  where(filters.only, (at) => `s.id = ANY(${at}::uuid[])`);
  where(filters.except, (at) => `s.id <> ALL(${at}::uuid[])`);
  where(filters.candidates, (at) => `s.id = ANY(${at}::uuid[])`);
  if (filters.officer === 'none') conditions.push('s.officer_id IS NULL');
  else where(officerOf(filters.officer, actor), (at) => `s.officer_id = ${at}`);
  return conditions;
}

function officerOf(officer: string | undefined, actor: Actor): string | undefined | null {
  if (officer !== 'me') return officer;
  return actor.kind === 'person' ? actor.personId : null;
}

/** Every word must stand in a text that the reader may know. */
function wordConditions(words: string[], values: unknown[], may: { content: string; contacts: string }): string[] {
  const conditions: string[] = [];
  for (const word of words) {
    values.push(`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
    const at = `$${values.length}`;
    conditions.push(
      `(x.open_text LIKE ${at} OR (x.content_text LIKE ${at} AND ${may.content}) OR (x.contacts_text LIKE ${at} AND ${may.contacts}))`,
    );
  }
  return conditions;
}
