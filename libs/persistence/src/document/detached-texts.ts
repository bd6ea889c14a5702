import type { PersonId, TextRef } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** A free text taken out of a command, with the reference that stands in its place. */
export interface DetachedText {
  ref: TextRef;
  content: string;
}

/** Stores texts under the ids their references name. The same command sent again stores nothing new. */
export async function storeDetachedTexts(db: Sql, entity: EntityKey, texts: DetachedText[], writtenBy: PersonId): Promise<void> {
  for (const { ref, content } of texts) {
    await db.query(
      `INSERT INTO free_text (id, entity_kind, entity_id, sha256, content, written_by) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [ref.textId, entity.kind, entity.id, ref.sha256, content, writtenBy],
    );
  }
}

/** Removes the texts of a command that was refused: nothing names them. */
export async function dropDetachedTexts(db: Sql, texts: DetachedText[]): Promise<void> {
  if (texts.length === 0) return;
  await db.query('DELETE FROM free_text WHERE id = ANY($1::uuid[])', [texts.map((text) => text.ref.textId)]);
}
