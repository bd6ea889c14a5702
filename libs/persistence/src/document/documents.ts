import type { DocumentRef, PersonId } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

/** A stored file as pages show it. The bytes are in the file store under `sha256`. */
export interface DocumentRow {
  documentId: string;
  entityKind: EntityKey['kind'];
  entityId: string;
  type: string;
  language: string | null;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  uploadedBy: PersonId;
  uploadedAt: Date;
}

/** A file to be noted. */
export type NewDocument = Omit<DocumentRow, 'uploadedAt'>;

const columns = `id AS "documentId", entity_kind AS "entityKind", entity_id AS "entityId", type, language, file_name AS "fileName",
  media_type AS "mediaType", size_bytes::float8 AS "sizeBytes", sha256, uploaded_by AS "uploadedBy", uploaded_at AS "uploadedAt"`;

/** Notes a stored file. The same file twice is one object and two rows. */
export async function addDocument(db: Sql, one: NewDocument): Promise<void> {
  await db.query(
    `INSERT INTO document (id, entity_kind, entity_id, type, language, file_name, media_type, size_bytes, sha256, uploaded_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      one.documentId,
      one.entityKind,
      one.entityId,
      one.type,
      one.language,
      one.fileName,
      one.mediaType,
      one.sizeBytes,
      one.sha256,
      one.uploadedBy,
    ],
  );
}

/** Files of an entity, the newest first. */
export function documentsOf(db: Sql, entity: EntityKey): Promise<DocumentRow[]> {
  return db.query<DocumentRow[]>(
    `SELECT ${columns} FROM document WHERE entity_kind = $1 AND entity_id = $2 ORDER BY uploaded_at DESC, id`,
    [entity.kind, entity.id],
  );
}

/** One file of an entity; nothing when it belongs to another. */
export async function documentOf(db: Sql, entity: EntityKey, documentId: string): Promise<DocumentRow | undefined> {
  const rows = await db.query<DocumentRow[]>(`SELECT ${columns} FROM document WHERE entity_kind = $1 AND entity_id = $2 AND id = $3`, [
    entity.kind,
    entity.id,
    documentId,
  ]);
  return rows[0];
}

/** Those of these references that are not files of the entity with exactly this content. */
export async function unknownDocuments(db: Sql, entity: EntityKey, refs: readonly DocumentRef[]): Promise<DocumentRef[]> {
  if (refs.length === 0) return [];
  const rows = await db.query<{ id: string; sha256: string }[]>(
    'SELECT id, sha256 FROM document WHERE entity_kind = $1 AND entity_id = $2 AND id = ANY($3::uuid[])',
    [entity.kind, entity.id, refs.map((ref) => ref.documentId)],
  );
  const known = new Map(rows.map((row) => [row.id, row.sha256]));
  return refs.filter((ref) => known.get(ref.documentId) !== ref.sha256);
}

/** Bytes that a person has stored for an entity today (in UTC), for the daily limit. */
export async function uploadedToday(db: Sql, personId: PersonId): Promise<number> {
  const rows = await db.query<{ bytes: number }[]>(
    `SELECT coalesce(sum(size_bytes), 0)::float8 AS bytes FROM document WHERE uploaded_by = $1 AND uploaded_at > now() - interval '1 day'`,
    [personId],
  );
  return rows[0]?.bytes ?? 0;
}
