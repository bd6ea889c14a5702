import type { Sql } from '../sql';
import { bodyOf, bodyText, type EntityKey, type EntryBody } from './entry-body';
import { entryHash } from './hash-chain';

/** An entry as it stands in the ledger: its very text, and the hash that chains it. */
export interface LedgerEntry {
  rev: number;
  text: string;
  previousHash: string;
  hash: string;
}

/** Appends an entry; unique by revision and by command, so a second writer fails instead of forking the chain. */
export async function appendEntry(tx: Sql, body: EntryBody, previousHash: string): Promise<LedgerEntry> {
  const text = bodyText(body);
  const hash = entryHash(previousHash, text);
  await tx.query(
    `INSERT INTO ledger_entry (kind, id, rev, command_id, type, actor_id, on_behalf_of, reason_text_id, policy_version, occurred_at, recorded_at,
       body, previous_hash, hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      body.kind,
      body.id,
      body.rev,
      body.commandId,
      body.type,
      body.actor.kind === 'person' ? body.actor.personId : null,
      body.onBehalfOf ?? null,
      body.reason?.textId ?? null,
      body.policyVersion,
      body.occurredAt,
      body.recordedAt,
      text,
      previousHash,
      hash,
    ],
  );
  return { rev: body.rev, text, previousHash, hash };
}

/** Hash of the entry with this revision; nothing when the ledger does not reach so far. */
export async function hashAt(db: Sql, { kind, id }: EntityKey, rev: number): Promise<string | undefined> {
  const rows = await db.query<{ hash: string }[]>('SELECT hash FROM ledger_entry WHERE kind = $1 AND id = $2 AND rev = $3', [
    kind,
    id,
    rev,
  ]);
  return rows[0]?.hash;
}

/** All entries of an entity in order. */
export async function entriesOf(db: Sql, { kind, id }: EntityKey): Promise<LedgerEntry[]> {
  return db.query<LedgerEntry[]>(
    'SELECT rev, body AS text, previous_hash AS "previousHash", hash FROM ledger_entry WHERE kind = $1 AND id = $2 ORDER BY rev',
    [kind, id],
  );
}

/** What the entries of an entity say, in order. */
export async function bodiesOf(db: Sql, entity: EntityKey): Promise<EntryBody[]> {
  return (await entriesOf(db, entity)).map((entry) => bodyOf(entry.text));
}

/** What the entries of several entities say, in order, by kind and id. */
export async function bodiesOfMany(db: Sql, entities: readonly EntityKey[]): Promise<Map<string, EntryBody[]>> {
  const rows = await db.query<{ key: string; text: string }[]>(
    `SELECT kind || '/' || id AS key, body AS text FROM ledger_entry
      WHERE (kind, id) IN (SELECT * FROM unnest($1::text[], $2::uuid[])) ORDER BY kind, id, rev`,
    [entities.map((one) => one.kind), entities.map((one) => one.id)],
  );
  const found = new Map<string, EntryBody[]>();
  for (const { key, text } of rows) {
    const bodies = found.get(key) ?? [];
    bodies.push(bodyOf(text));
    found.set(key, bodies);
  }
  return found;
}
