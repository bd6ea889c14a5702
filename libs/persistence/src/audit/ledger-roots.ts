import { gunzipSync, gzipSync } from 'node:zlib';
import type { EntityKey } from '../ledger/entry-body';
import { sha256 } from '../ledger/hash-chain';
import { leafHash, merklePath, merkleRoot, type MerkleStep } from '../ledger/merkle';
import type { Sql } from '../sql';
import type { ToldReader } from '../watch/watch-alarms';
import type { WatchDoor } from '../watch/watch-proofs';

/** What a root says of one entity: its last entry, and the root over the hashes of all its entries. */
export interface RootLeaf extends EntityKey {
  rev: number;
  head: string;
  entries: string;
}

/** A root over the ledger, asked for or signed. */
export interface LedgerRoot {
  id: string;
  door: WatchDoor;
  askedByName: string | null;
  askedAt: Date;
  madeAt: Date | null;
  entities: number | null;
  entries: number | null;
  root: string | null;
  listSha256: string | null;
  statement: string | null;
  signature: string | null;
  keyId: string | null;
  failure: { code: string; values: Record<string, string | number> } | null;
  toldAt: Date | null;
}

/** A root as it was signed. */
export interface SignedRoot {
  leaves: readonly RootLeaf[];
  entries: number;
  root: string;
  listSha256: string;
  statement: string;
  signature: string;
  keyId: string;
  publicKey: string;
  madeAt: Date;
}

/** What shows that an entry stands under a signed root, for whoever has the public key. */
export interface EntryProof {
  statement: string;
  signature: string;
  keyId: string;
  publicKey: string;
  leaf: RootLeaf;
  /** From the entry to the root over the entity's entries, and from the entity to the root over all. */
  entryPath: MerkleStep[];
  path: MerkleStep[];
}

const columns = `r.id, r.door, p.full_name AS "askedByName", r.asked_at AS "askedAt", r.made_at AS "madeAt", r.entities, r.entries, r.root,
  r.list_sha256 AS "listSha256", r.statement, r.signature, r.key_id AS "keyId", r.failure, r.told_at AS "toldAt"`;
const tables = 'ledger_root r LEFT JOIN person p ON p.id = r.asked_by';

/** Asks for a root; known under its key it is the same root. Nothing when the key belongs to somebody else's. */
export async function askRoot(
  db: Sql,
  { id, door, askedBy }: { id: string; door: WatchDoor; askedBy: string | null },
): Promise<LedgerRoot | undefined> {
  await db.query('INSERT INTO ledger_root (id, door, asked_by) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING', [id, door, askedBy]);
  const [row] = await db.query<LedgerRoot[]>(
    `SELECT ${columns} FROM ${tables} WHERE r.id = $1 AND r.asked_by IS NOT DISTINCT FROM $2::uuid`,
    [id, askedBy],
  );
  return row;
}

/** One root; nothing when there is none under this id. */
export async function findRoot(db: Sql, id: string): Promise<LedgerRoot | undefined> {
  const [row] = await db.query<LedgerRoot[]>(`SELECT ${columns} FROM ${tables} WHERE r.id = $1`, [id]);
  return row;
}

/** Roots, the last asked for first. */
export function listRoots(db: Sql, limit: number): Promise<LedgerRoot[]> {
  return db.query<LedgerRoot[]>(`SELECT ${columns} FROM ${tables} ORDER BY r.asked_at DESC, r.id LIMIT $1`, [limit]);
}

/** The root that waits longest to be signed; nothing when none waits. */
export async function waitingRoot(db: Sql): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }[]>(
    'SELECT id FROM ledger_root WHERE made_at IS NULL AND failure IS NULL ORDER BY asked_at LIMIT 1',
  );
  return row?.id;
}

/** Whether no root was made or asked for since an instant, though there was an installation by then. */
export async function rootIsDue(db: Sql, since: Date): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `SELECT WHERE NOT EXISTS (SELECT FROM ledger_root WHERE asked_at >= $1)
       AND EXISTS (SELECT FROM watch_memory WHERE name = 'installed' AND written_at < $1)`,
    [since],
  );
  return rows.length > 0;
}

/** The last signed root with what it says of each entity, as far as that is kept; nothing before the first. */
export async function lastRoot(db: Sql): Promise<{ root: string; madeAt: Date; leaves: RootLeaf[] } | undefined> {
  const [row] = await db.query<{ root: string; madeAt: Date; leaves: Buffer }[]>(
    'SELECT root, made_at AS "madeAt", leaves FROM ledger_root WHERE leaves IS NOT NULL ORDER BY made_at DESC LIMIT 1',
  );
  return row === undefined ? undefined : { ...row, leaves: unpacked(row.leaves) };
}

/** The text of a leaf: what is hashed of an entity. */
function textOf({ kind, id, rev, head, entries }: RootLeaf): string {
  return [`${kind}/${id}`, rev, head, entries].join('\n');
}

function packed(leaves: readonly RootLeaf[]): Buffer {
  return gzipSync(JSON.stringify(leaves.map(({ kind, id, rev, head, entries }) => [kind, id, rev, head, entries])));
}

function unpacked(bytes: Buffer): RootLeaf[] {
  const rows = JSON.parse(gunzipSync(bytes).toString('utf8')) as [EntityKey['kind'], string, number, string, string][];
  return rows.map(([kind, id, rev, head, entries]) => ({ kind, id, rev, head, entries }));
}

const entitiesAtOnce = 1_000;

/** What the ledger says now of each entity, in the order of kind and id, and how many entries it has. */
export async function ledgerLeaves(db: Sql): Promise<{ leaves: RootLeaf[]; entries: number }> {
  const leaves: RootLeaf[] = [];
  let entries = 0;
  for (let after: EntityKey | undefined; ;) {
    const rows = await db.query<(EntityKey & { rev: number; hashes: string[] })[]>(
      `SELECT e.kind, e.id, max(e.rev) AS rev, array_agg(e.hash ORDER BY e.rev) AS hashes FROM ledger_entry e
        WHERE (e.kind, e.id) IN (SELECT kind, id FROM ledger_entry WHERE rev = 1 AND ($1::text IS NULL OR (kind, id) > ($1, $2::uuid))
          ORDER BY kind, id LIMIT $3) GROUP BY e.kind, e.id ORDER BY e.kind, e.id`,
      [after?.kind ?? null, after?.id ?? null, entitiesAtOnce],
    );
    for (const { kind, id, rev, hashes } of rows) {
      leaves.push({ kind, id, rev, head: hashes.at(-1) ?? '', entries: merkleRoot(hashes.map(leafHash)) });
      entries += hashes.length;
    }
    after = rows.at(-1);
    if (after === undefined) return { leaves, entries };
  }
}

/** Root over leaves, and the hash of the list itself. */
export function rootOf(leaves: readonly RootLeaf[]): { root: string; listSha256: string } {
  const texts = leaves.map(textOf);
  return { root: merkleRoot(texts.map(leafHash)), listSha256: sha256(texts.join('\n\n')) };
}

/** The first entity of which the ledger no longer has what a root says; nothing when it has all. */
export async function contradicted(db: Sql, leaves: readonly RootLeaf[]): Promise<RootLeaf | undefined> {
  const [row] = await db.query<RootLeaf[]>(
    `SELECT l.kind, l.id, l.rev, l.head, l.entries FROM jsonb_to_recordset($1::jsonb) AS l(kind text, id uuid, rev integer, head text, entries text)
      WHERE NOT EXISTS (SELECT FROM ledger_entry e WHERE e.kind = l.kind AND e.id = l.id AND e.rev = l.rev AND e.hash = l.head)
      ORDER BY l.kind, l.id LIMIT 1`,
    [JSON.stringify(leaves)],
  );
  return row;
}

/** Keeps a root that was signed; one that is signed already stays as it is. */
export async function storeRoot(db: Sql, id: string, signed: SignedRoot): Promise<void> {
  const { leaves, entries, root, listSha256, statement, signature, keyId, publicKey, madeAt } = signed;
  await db.query('INSERT INTO ledger_root_key (key_id, public_key) VALUES ($1, $2) ON CONFLICT (key_id) DO NOTHING', [keyId, publicKey]);
  await db.query(
    `UPDATE ledger_root SET made_at = $2, entities = $3, entries = $4, root = $5, list_sha256 = $6, statement = $7, signature = $8, key_id = $9, leaves = $10
      WHERE id = $1 AND made_at IS NULL`,
    [id, madeAt, leaves.length, entries, root, listSha256, statement, signature, keyId, packed(leaves)],
  );
  await db.query(
    `UPDATE ledger_root SET leaves = NULL WHERE leaves IS NOT NULL AND made_at < clock_timestamp() - interval '40 days'
        AND id NOT IN (SELECT DISTINCT ON (date_trunc('month', made_at)) id FROM ledger_root WHERE made_at IS NOT NULL ORDER BY date_trunc('month', made_at), made_at)`,
  );
}

/** Notes why a root that was asked for is not signed. */
export async function failRoot(db: Sql, id: string, failure: NonNullable<LedgerRoot['failure']>): Promise<void> {
  await db.query('UPDATE ledger_root SET failure = $2 WHERE id = $1 AND made_at IS NULL', [id, JSON.stringify(failure)]);
}

/** Public halves of the keys that have signed, the last first used first. */
export function rootKeys(db: Sql): Promise<{ keyId: string; publicKey: string; firstUsedAt: Date }[]> {
  return db.query(
    'SELECT key_id AS "keyId", public_key AS "publicKey", first_used_at AS "firstUsedAt" FROM ledger_root_key ORDER BY first_used_at DESC',
  );
}

/** A signed root of the last week whose custodians have not all been told, and were not tried in the last ten minutes. */
export async function untoldRoot(db: Sql): Promise<(LedgerRoot & { told: ToldReader[] }) | undefined> {
  const [row] = await db.query<(LedgerRoot & { told: ToldReader[] })[]>(
    `SELECT ${columns}, r.told FROM ${tables} WHERE r.made_at > clock_timestamp() - interval '7 days' AND r.told_at IS NULL
        AND (r.tried_at IS NULL OR r.tried_at < clock_timestamp() - interval '10 minutes') ORDER BY r.made_at LIMIT 1`,
  );
  return row;
}

/** Notes which custodians the mail server took a root's mail for; `all`: nobody is left. */
export async function noteRootTold(db: Sql, id: string, told: readonly ToldReader[], all: boolean): Promise<void> {
  await db.query(
    `UPDATE ledger_root SET told = $2, tried_at = clock_timestamp(), told_at = CASE WHEN $3 THEN clock_timestamp() END WHERE id = $1`,
    [id, JSON.stringify(told), all],
  );
}

/** Shows that an entry stands under the last signed root; nothing when that root was made before the entry, or the ledger is not what it signed. */
export function proofOfEntry(db: Sql, entity: EntityKey, rev: number): Promise<EntryProof | undefined> {
  return proofFor(db, entity, (leaf) => (rev <= leaf.rev ? rev : undefined));
}

/** The same for the last entry that the last signed root knew of an entity. */
export function coveredBy(db: Sql, entity: EntityKey): Promise<EntryProof | undefined> {
  return proofFor(db, entity, (leaf) => leaf.rev);
}

async function proofFor(db: Sql, entity: EntityKey, which: (leaf: RootLeaf) => number | undefined): Promise<EntryProof | undefined> {
  const [signed] = await db.query<(Omit<EntryProof, 'leaf' | 'path' | 'entryPath'> & { leaves: Buffer })[]>(
    `SELECT r.statement, r.signature, r.key_id AS "keyId", k.public_key AS "publicKey", r.leaves FROM ledger_root r JOIN ledger_root_key k ON k.key_id = r.key_id
      WHERE r.leaves IS NOT NULL ORDER BY r.made_at DESC LIMIT 1`,
  );
  if (signed === undefined) return undefined;
  const { leaves: bytes, ...rest } = signed;
  const leaves = unpacked(bytes);
  const index = leaves.findIndex(({ kind, id }) => kind === entity.kind && id === entity.id);
  const leaf = leaves[index];
  const rev = leaf === undefined ? undefined : which(leaf);
  if (leaf === undefined || rev === undefined) return undefined;
  const rows = await db.query<{ hash: string }[]>('SELECT hash FROM ledger_entry WHERE kind = $1 AND id = $2 AND rev <= $3 ORDER BY rev', [
    ...[entity.kind, entity.id, leaf.rev],
  ]);
  const hashes = rows.map(({ hash }) => leafHash(hash));
  if (merkleRoot(hashes) !== leaf.entries) return undefined;
  const all = leaves.map((one) => leafHash(textOf(one)));
  return { ...rest, leaf, entryPath: merklePath(hashes, rev - 1), path: merklePath(all, index) };
}

/** Hash and time of an entry; nothing when the ledger does not reach so far. */
export async function entryMark(db: Sql, { kind, id }: EntityKey, rev: number): Promise<{ hash: string; recordedAt: Date } | undefined> {
  const [row] = await db.query<{ hash: string; recordedAt: Date }[]>(
    'SELECT hash, recorded_at AS "recordedAt" FROM ledger_entry WHERE kind = $1 AND id = $2 AND rev = $3',
    [kind, id, rev],
  );
  return row;
}
