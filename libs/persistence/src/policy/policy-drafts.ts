import type { PersonId, Policy } from '@app/domain';
import { changedRows, type Sql } from '../sql';

/** The policy of a draft, as it stands now; nothing when there is no draft with this number. Values in it may contradict each other. */
export async function draftPolicy(db: Sql, version: number): Promise<Policy | undefined> {
  const [row] = await db.query<{ content: Policy }[]>(`SELECT content FROM policy_version WHERE version = $1 AND state = 'draft'`, [
    version,
  ]);
  return row?.content;
}

/** A draft to be begun as a copy of a version. */
export interface NewPolicyDraft {
  /** The caller's key, a UUID: the same key is the same draft. */
  key: string;
  base: number;
  name: string;
  note: string;
  by: PersonId | null;
}

/** Numbers that policies of the release have by themselves; a draft gets a later one. */
const ownNumbers = 3;
/** Any number that nobody else locks. */
const numberLock = 7_204_912;

/**
 * Begins a draft as a copy of a version, published or not, under the next free number; asked again under its key by the same person it is the same
 * draft. Nothing when the base is not known, or the key made another one.
 */
export async function beginPolicyDraft(tx: Sql, { key, base, name, note, by }: NewPolicyDraft): Promise<number | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
  await tx.query(
    `INSERT INTO policy_version (version, name, content, state, note, base_version, written_by, editors, creation_key)
     SELECT greatest((SELECT max(version) FROM policy_version), $6) + 1, $3, b.content, 'draft', $4,
            CASE WHEN b.state = 'published' THEN b.version ELSE b.base_version END, $5, array_remove(ARRAY[$5::uuid], NULL), $1
       FROM policy_version b WHERE b.version = $2 AND b.state <> 'discarded' ON CONFLICT (creation_key) DO NOTHING`,
    [key, base, name, note, by, ownNumbers],
  );
  const [row] = await tx.query<{ version: number }[]>(
    'SELECT version FROM policy_version WHERE creation_key = $1 AND written_by IS NOT DISTINCT FROM $2::uuid',
    [key, by],
  );
  return row?.version;
}

/** What is to be saved of a draft, by whom, and which revision he has seen. */
export interface DraftChange {
  name: string;
  note: string;
  content: Policy;
  seen: number;
  by: PersonId | null;
}

/** What saving found. `stale`: somebody saved it meanwhile. `proposed`: it waits for a second person. `missing`: there is no such draft. */
export type DraftOutcome = { is: 'saved'; rev: number } | { is: 'stale'; current: number } | { is: 'proposed' | 'missing' };

const unproposed = `NOT EXISTS (SELECT FROM technical_act a WHERE a.id = policy_version.proposal_id AND a.state IN ('proposed', 'running'))`;

/** Saves a draft if nobody saved it since and it does not wait for a second person. */
export async function saveDraft(tx: Sql, version: number, { name, note, content, seen, by }: DraftChange): Promise<DraftOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE policy_version SET name = $3, note = $4, content = $5, rev = rev + 1, updated_at = now(), proposal_id = NULL,
       editors = ARRAY(SELECT DISTINCT one FROM unnest(editors || $6::uuid) one WHERE one IS NOT NULL)
      WHERE version = $1 AND state = 'draft' AND rev = $2 AND ${unproposed} RETURNING rev`,
    [version, seen, name, note, JSON.stringify(content), by],
  );
  return rows[0] === undefined ? whyNot(tx, version, seen) : { is: 'saved', rev: rows[0].rev };
}

/** Discards a draft: it is kept aside, its number is not given again. */
export async function discardDraft(tx: Sql, version: number, seen: number): Promise<DraftOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE policy_version SET state = 'discarded', rev = rev + 1, updated_at = now()
      WHERE version = $1 AND state = 'draft' AND rev = $2 AND ${unproposed} RETURNING rev`,
    [version, seen],
  );
  return rows[0] === undefined ? whyNot(tx, version, seen) : { is: 'saved', rev: rows[0].rev };
}

/** Marks a draft as proposed by this act, if it is still what was seen. */
export async function proposeDraft(tx: Sql, version: number, { seen, actId }: { seen: number; actId: string }): Promise<DraftOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE policy_version SET proposal_id = $3 WHERE version = $1 AND state = 'draft' AND rev = $2 AND ${unproposed} RETURNING rev`,
    [version, seen, actId],
  );
  return rows[0] === undefined ? whyNot(tx, version, seen) : { is: 'saved', rev: rows[0].rev };
}

/** Publishes the draft that this act proposed; false when it is no draft any more. */
export async function publishDraft(tx: Sql, version: number, actId: string): Promise<boolean> {
  const rows = await changedRows<unknown>(
    tx,
    `UPDATE policy_version SET state = 'published', published_at = now() WHERE version = $1 AND state = 'draft' AND proposal_id = $2 RETURNING version`,
    [version, actId],
  );
  return rows.length === 1;
}

async function whyNot(tx: Sql, version: number, seen: number): Promise<DraftOutcome> {
  const [row] = await tx.query<{ rev: number; state: string }[]>('SELECT rev, state FROM policy_version WHERE version = $1', [version]);
  if (row?.state !== 'draft') return { is: 'missing' };
  return row.rev === seen ? { is: 'proposed' } : { is: 'stale', current: row.rev };
}
