import { changedRows, type Sql, type TransactionSource } from '../sql';
import { gramsOf, searchText, sortKey } from './search-text';

/** Any number that nobody else locks: two that write anew at once could leave the older text. */
const refreshLock = 7_204_912;

interface Source {
  id: string;
  reference: string | null;
  applicationRef: string | null;
  callCode: string;
  titleZh: string | null;
  titleEn: string | null;
  titleLocal: string | null;
  organizations: string[];
  leadZh: string | null;
  leadEn: string | null;
  hostZh: string | null;
  hostEn: string | null;
  officerName: string | null;
  officerLatin: string | null;
  contacts: string[];
  documents: string[];
}

/** Whether the search text of some project is to be written anew. */
export async function searchIsStale(db: Sql): Promise<boolean> {
  const [row] = await db.query<{ stale: boolean }[]>('SELECT EXISTS (SELECT FROM search_mark) AS stale');
  return row?.stale ?? false;
}

/** Writes the search text of marked projects anew, those marked first before the others; answers how many marks were done, 0 when none is left. */
export function refreshSearch(db: TransactionSource, limit: number): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [refreshLock]);
    const marks = await changedRows<{ projectId: string }>(
      tx,
      `DELETE FROM search_mark WHERE id IN (SELECT id FROM search_mark ORDER BY id LIMIT $1) RETURNING project_id AS "projectId"`,
      [limit],
    );
    if (marks.length > 0) await writeSearch(tx, [...new Set(marks.map((mark) => mark.projectId))]);
    return marks.length;
  });
}

/** Writes the search text of every marked project anew. */
export async function refreshAllSearch(db: TransactionSource): Promise<void> {
  while ((await refreshSearch(db, 500)) > 0);
}

async function writeSearch(tx: Sql, ids: string[]): Promise<void> {
  const sources = await tx.query<Source[]>(sourcesSql, [ids]);
  await tx.query(
    `INSERT INTO project_search (project_id, open_text, content_text, contacts_text, grams, keys)
     SELECT project_id, open_text, content_text, contacts_text, grams, keys FROM jsonb_to_recordset($1::jsonb)
       AS t (project_id uuid, open_text text, content_text text, contacts_text text, grams integer[], keys jsonb)
     ON CONFLICT (project_id) DO UPDATE SET open_text = excluded.open_text, content_text = excluded.content_text,
       contacts_text = excluded.contacts_text, grams = excluded.grams, keys = excluded.keys`,
    [JSON.stringify(sources.map(rowOf))],
  );
}

const sourcesSql = `
  SELECT s.id, s.reference, s.application_ref AS "applicationRef", s.call_code AS "callCode",
         amended_text(s.id, 'titleZh', c.content->>'titleZh') AS "titleZh", amended_text(s.id, 'titleEn', c.content->>'titleEn') AS "titleEn", c.content->>'titleLocal' AS "titleLocal",
         ARRAY(SELECT n.name FROM organization o, LATERAL (VALUES (o.name_zh), (o.name_en), (o.name_local)) n (name)
                WHERE o.id = ANY(s.organization_ids) AND n.name IS NOT NULL
               UNION SELECT a.text FROM organization_alias a WHERE a.organization_id = ANY(s.organization_ids) ORDER BY 1) AS organizations,
         lo.name_zh AS "leadZh", lo.name_en AS "leadEn", ho.name_zh AS "hostZh", ho.name_en AS "hostEn",
         p.full_name AS "officerName", p.latin_name AS "officerLatin",
         ARRAY(SELECT n.name FROM person c, LATERAL (VALUES (c.full_name), (c.latin_name)) n (name)
                WHERE c.id = ANY(s.contact_ids) ORDER BY 1) AS contacts,
         ARRAY(SELECT f.file_name FROM document f WHERE f.entity_kind = 'project' AND f.entity_id = s.id ORDER BY f.uploaded_at, f.id) AS documents
    FROM project_summary s JOIN entity_head h ON h.kind = 'project' AND h.id = s.id
    LEFT JOIN application_draft d ON d.project_id = s.id
    LEFT JOIN LATERAL (SELECT a.content FROM application_version a WHERE a.project_id = s.id
      AND a.hash = h.state->'submissions'->-1->>'hash' ORDER BY a.version DESC LIMIT 1) v ON true
    CROSS JOIN LATERAL (SELECT coalesce(v.content, d.content) AS content) c
    LEFT JOIN organization lo ON lo.id = s.lead_organization_id
    LEFT JOIN organization ho ON ho.id = s.host_organization_id
    LEFT JOIN person p ON p.id = s.officer_id
   WHERE s.id = ANY($1::uuid[])`;

function rowOf(one: Source): Record<string, unknown> {
  const open = searchText([one.reference, one.applicationRef, one.callCode, one.officerName, one.officerLatin]);
  const content = searchText([one.titleZh, one.titleEn, one.titleLocal, ...one.organizations, ...one.documents]);
  const contacts = searchText(one.contacts);
  return {
    project_id: one.id,
    open_text: open,
    content_text: content,
    contacts_text: contacts,
    grams: gramsOf([open, content, contacts].join('\n')),
    keys: {
      ...keysOf('title', one.titleZh, one.titleEn),
      ...keysOf('lead', one.leadZh, one.leadEn),
      ...keysOf('host', one.hostZh, one.hostEn),
      ...keysOf('officer', one.officerName, one.officerLatin),
    },
  };
}

/** Keys for readers of Chinese and for all others; each falls back to the other. */
function keysOf(name: string, zh: string | null, en: string | null): Record<string, string | undefined> {
  return { [`${name}-zh`]: sortKey(zh ?? en), [`${name}-en`]: sortKey(en ?? zh) };
}
