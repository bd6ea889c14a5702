import { entryHash, chainStart, uuidOf } from '../ledger/hash-chain';
import type { Sql, TransactionSource } from '../sql';

/** A copy of a programme with all its calls and projects, for load: another code, other parties, other ids. */
export interface ProgrammeCopy {
  from: string;
  to: string;
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const rowsAtOnce = 2_000;

/** Rows that hang on the copied entities; each copied row by row with ids and codes in its text replaced. */
const tables: readonly [table: string, where: string][] = [
  ['organization', 'id IN (SELECT id FROM copied_organization)'],
  ['organization_alias', 'organization_id IN (SELECT id FROM copied_organization)'],
  ['person', 'id IN (SELECT id FROM copied_person)'],
  ['person_email', 'person_id IN (SELECT id FROM copied_person)'],
  ['call_material', 'call_id IN (SELECT id FROM copied)'],
  ['free_text', 'entity_id IN (SELECT id FROM copied)'],
  ['document', 'entity_id IN (SELECT id FROM copied)'],
  ['application_draft', 'project_id IN (SELECT id FROM copied)'],
  ['application_version', 'project_id IN (SELECT id FROM copied)'],
  ['report_draft', 'project_id IN (SELECT id FROM copied)'],
  ['report_version', 'project_id IN (SELECT id FROM copied)'],
  ['delivery', `id IN (SELECT delivery_id FROM outbox WHERE entity_id IN (SELECT id FROM copied))`],
  ['outbox', 'entity_id IN (SELECT id FROM copied)'],
];

/**
 * Copies every call of a programme and its projects: their ledgers, chained anew, and the ordinary rows beside them. Staff, experts and council stay the
 * same people; colleges, hosts, companies and their contacts become others. What is derived from the ledger is written by a rebuild afterwards.
 */
export async function copyProgramme(db: TransactionSource, { from, to }: ProgrammeCopy): Promise<void> {
  await db.transaction(async (tx) => {
    await nameCopied(tx, from);
    const kept = new Set((await tx.query<{ id: string }[]>('SELECT person_id AS id FROM person_role')).map(({ id }) => id));
    const renamed = (text: string): string => renameAll(text, { from, to, kept });
    for (const [table, where] of tables) await copyRows(tx, table, where, renamed);
    await copyLedgers(tx, renamed);
  });
}

/** Keeps, for this transaction, what is copied: the entities, their parties and these parties' contacts. */
async function nameCopied(tx: Sql, programme: string): Promise<void> {
  await tx.query(
    `CREATE TEMP TABLE copied ON COMMIT DROP AS
       SELECT id FROM call_summary WHERE programme = $1 UNION SELECT id FROM project_summary WHERE programme = $1`,
    [programme],
  );
  await tx.query(
    `CREATE TEMP TABLE copied_organization ON COMMIT DROP AS
       SELECT DISTINCT unnest(organization_ids) AS id FROM project_summary WHERE id IN (SELECT id FROM copied)`,
  );
  await tx.query(
    `CREATE TEMP TABLE copied_person ON COMMIT DROP AS
       SELECT id FROM person p WHERE NOT EXISTS (SELECT FROM person_role r WHERE r.person_id = p.id)
         AND (organization_id IN (SELECT id FROM copied_organization)
           OR id IN (SELECT unnest(contact_ids) FROM project_summary WHERE id IN (SELECT id FROM copied)))`,
  );
}

interface Renaming extends ProgrammeCopy {
  kept: ReadonlySet<string>;
}

/** Every id but those of kept people, the programme's code, and addresses, so that none meets the original. */
function renameAll(text: string, { from, to, kept }: Renaming): string {
  return text
    .replace(uuid, (id) => (kept.has(id) ? id : uuidOf(`${to}/${id}`)))
    .replaceAll(from, to)
    .replace(/@([a-z0-9.-]+)\.example/g, `@$1.${to.toLowerCase()}.example`)
    .replace(/@gongfang\.localhost/g, `.${to.toLowerCase()}@gongfang.localhost`);
}

async function copyRows(tx: Sql, table: string, where: string, renamed: (text: string) => string): Promise<void> {
  const rows = await tx.query<{ row: string }[]>(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE ${where}`);
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const batch = rows.slice(at, at + rowsAtOnce).map(({ row }) => renamed(row));
    await tx.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) ON CONFLICT DO NOTHING`, [
      `[${batch.join(',')}]`,
    ]);
  }
}

interface StoredEntry {
  row: string;
  body: string;
  kind: string;
  id: string;
}

async function copyLedgers(tx: Sql, renamed: (text: string) => string): Promise<void> {
  const entries = await tx.query<StoredEntry[]>(
    `SELECT (to_jsonb(e) - 'body' - 'hash' - 'previous_hash')::text AS row, body, kind, id::text FROM ledger_entry e
      WHERE id IN (SELECT id FROM copied) ORDER BY kind, id, rev`,
  );
  let of = '';
  let previousHash = chainStart;
  const copies = entries.map((entry) => {
    const { kind, id } = entry;
    if (of !== `${kind}/${id}`) [of, previousHash] = [`${kind}/${id}`, chainStart];
    const body = renamed(entry.body);
    const copy = { ...(JSON.parse(renamed(entry.row)) as object), body, previous_hash: previousHash, hash: entryHash(previousHash, body) };
    previousHash = copy.hash;
    return copy;
  });
  for (let at = 0; at < copies.length; at += rowsAtOnce)
    await tx.query('INSERT INTO ledger_entry SELECT * FROM jsonb_populate_recordset(NULL::ledger_entry, $1::jsonb)', [
      JSON.stringify(copies.slice(at, at + rowsAtOnce)),
    ]);
}
