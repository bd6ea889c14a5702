import { randomUUID } from 'node:crypto';
import type { PersonId, TextRef } from '@app/domain';
import type { EntityKey } from './ledger/entry-body';
import { sha256 } from './ledger/hash-chain';
import type { Sql } from './sql';

/** Stores a free text in a row of its own and answers the reference that commands and events carry instead of it. */
export async function storeText(db: Sql, entity: EntityKey, content: string, writtenBy?: PersonId): Promise<TextRef> {
  const ref: TextRef = { textId: randomUUID(), sha256: sha256(content) };
  await db.query('INSERT INTO free_text (id, entity_kind, entity_id, sha256, content, written_by) VALUES ($1, $2, $3, $4, $5, $6)', [
    ref.textId,
    entity.kind,
    entity.id,
    ref.sha256,
    content,
    writtenBy ?? null,
  ]);
  return ref;
}

/** Texts by their ids; null for one that was erased, absent for one that never was. */
export async function textsOf(db: Sql, ids: string[]): Promise<Map<string, string | null>> {
  const rows = await db.query<{ id: string; content: string | null }[]>('SELECT id, content FROM free_text WHERE id = ANY($1::uuid[])', [
    ids,
  ]);
  return new Map(rows.map((row) => [row.id, row.content]));
}
