import { notificationKinds, type MailTextPair, type NotificationKind, type PersonId, type ReleasedTexts } from '@app/domain';
import { changedRows, type Sql } from '../sql';

/** Which words a mail was written with: 0 for those of the release. `instead`: the version in force that it could not be written with. */
export interface UsedTemplate {
  version: number;
  instead?: number;
  /** Words of this mail alone, which somebody had edited. */
  edited?: true;
}

/** A version of the words of one kind of mail. */
export interface TemplateVersionRow {
  kind: NotificationKind;
  version: number;
  texts: MailTextPair;
  state: 'draft' | 'released';
  baseVersion: number;
  rev: number;
  authorName: string | null;
  editors: PersonId[];
  updatedAt: Date;
  releasedAt: Date | null;
  /** The act by which it was proposed to a second person, also after that. */
  proposalId: string | null;
  /** Whether a second person's word is still awaited. */
  proposed: boolean;
}

const columns = `v.kind, v.version, v.texts, v.state, v.base_version AS "baseVersion", v.rev, p.full_name AS "authorName", v.editors, v.updated_at AS "updatedAt",
  v.released_at AS "releasedAt", v.proposal_id AS "proposalId", coalesce(a.state = 'proposed', false) AS proposed`;
const tables = 'mail_template v LEFT JOIN person p ON p.id = v.written_by LEFT JOIN technical_act a ON a.id = v.proposal_id';

/** Words in force in place of those of the release, by kind; kinds that nobody changed are missing. */
export async function releasedTexts(db: Sql): Promise<Map<NotificationKind, ReleasedTexts>> {
  const rows = await db.query<(ReleasedTexts & { kind: NotificationKind })[]>(
    `SELECT DISTINCT ON (kind) kind, version, texts FROM mail_template WHERE state = 'released' ORDER BY kind, version DESC`,
  );
  return new Map(rows.map(({ kind, version, texts }) => [kind, { version, texts }]));
}

/** Versions and drafts of one kind but those that were discarded, the newest first. */
export function templateVersions(db: Sql, kind: NotificationKind): Promise<TemplateVersionRow[]> {
  return db.query(`SELECT ${columns} FROM ${tables} WHERE v.kind = $1 AND v.state <> 'discarded' ORDER BY v.version DESC`, [kind]);
}

/** One version or draft; nothing when there is none, or it was discarded. */
export async function findTemplateVersion(db: Sql, kind: NotificationKind, version: number): Promise<TemplateVersionRow | undefined> {
  const [row] = await db.query<TemplateVersionRow[]>(
    `SELECT ${columns} FROM ${tables} WHERE v.kind = $1 AND v.version = $2 AND v.state <> 'discarded'`,
    [kind, version],
  );
  return row;
}

/** Where the words of one kind stand. */
export interface TemplateStanding {
  kind: NotificationKind;
  /** Version in force; 0 for the words of the release. */
  inForce: number;
  releasedAt: Date | null;
  draft: { version: number; proposed: boolean } | null;
  /** Mails that left with the words of the release because the version in force could not be used. */
  fallbacks: number;
}

/** Where the words of every kind stand, in the order of the rules. */
export async function templateStandings(db: Sql): Promise<TemplateStanding[]> {
  return db.query<TemplateStanding[]>(
    `SELECT k.kind, coalesce(r.version, 0) AS "inForce", r.released_at AS "releasedAt",
        CASE WHEN d.version IS NOT NULL THEN jsonb_build_object('version', d.version, 'proposed', coalesce(a.state = 'proposed', false)) END AS draft,
        CASE WHEN r.version IS NULL THEN 0 ELSE (SELECT count(*)::integer FROM delivery f
          WHERE f.frozen_at >= r.released_at AND f.templates->k.kind->>'instead' = r.version::text) END AS fallbacks
       FROM unnest($1::text[]) WITH ORDINALITY AS k(kind, place)
       LEFT JOIN LATERAL (SELECT version, released_at FROM mail_template WHERE kind = k.kind AND state = 'released' ORDER BY version DESC LIMIT 1) r ON true
       LEFT JOIN mail_template d ON d.kind = k.kind AND d.state = 'draft' LEFT JOIN technical_act a ON a.id = d.proposal_id
      ORDER BY k.place`,
    [notificationKinds],
  );
}

/** A draft to be begun as a copy of a version. */
export interface NewTemplateDraft {
  /** The caller's key, a UUID: the same key is the same draft. */
  key: string;
  kind: NotificationKind;
  base: number;
  texts: MailTextPair;
  by: PersonId | null;
}

/** Any number that nobody else locks. */
const numberLock = 7_204_913;

/** What beginning a draft found. `open`: another draft of this kind is being written. `key-reused`: the key made another one. */
export type BegunDraft = { is: 'begun'; version: number } | { is: 'open' | 'key-reused' };

/** Begins a draft under the next free number; asked again under its key by the same person it is the same draft. One draft of a kind at a time. */
export async function beginTemplateDraft(tx: Sql, { key, kind, base, texts, by }: NewTemplateDraft): Promise<BegunDraft> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [numberLock]);
  const [known] = await tx.query<{ version: number; same: boolean }[]>(
    `SELECT version, kind = $2 AND base_version = $3 AND written_by IS NOT DISTINCT FROM $4::uuid AS same FROM mail_template WHERE creation_key = $1`,
    [key, kind, base, by],
  );
  if (known !== undefined) return known.same ? { is: 'begun', version: known.version } : { is: 'key-reused' };
  const rows = await tx.query<{ version: number }[]>(
    `INSERT INTO mail_template (kind, version, texts, base_version, written_by, editors, creation_key)
     SELECT $2, coalesce((SELECT max(version) FROM mail_template WHERE kind = $2), 0) + 1, $4, $3, $5, array_remove(ARRAY[$5::uuid], NULL), $1
      WHERE NOT EXISTS (SELECT FROM mail_template WHERE kind = $2 AND state = 'draft') RETURNING version`,
    [key, kind, base, JSON.stringify(texts), by],
  );
  return rows[0] === undefined ? { is: 'open' } : { is: 'begun', version: rows[0].version };
}

/** Which draft is changed, at which revision it was seen. */
export interface SeenTemplate {
  kind: NotificationKind;
  version: number;
  seen: number;
}

/** What saving found. `stale`: somebody saved it meanwhile. `proposed`: it waits for a second person. `missing`: there is no such draft. */
export type TemplateOutcome = { is: 'saved'; rev: number } | { is: 'stale'; current: number } | { is: 'proposed' | 'missing' };

const unproposed = `NOT EXISTS (SELECT FROM technical_act a WHERE a.id = mail_template.proposal_id AND a.state IN ('proposed', 'running'))`;
const seenDraft = `kind = $1 AND version = $2 AND state = 'draft' AND rev = $3 AND ${unproposed}`;

/** Saves the words of a draft if nobody saved it since and it does not wait for a second person. */
export async function saveTemplateDraft(tx: Sql, of: SeenTemplate, texts: MailTextPair, by: PersonId | null): Promise<TemplateOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE mail_template SET texts = $4, rev = rev + 1, updated_at = now(), proposal_id = NULL,
       editors = ARRAY(SELECT DISTINCT one FROM unnest(editors || $5::uuid) one WHERE one IS NOT NULL) WHERE ${seenDraft} RETURNING rev`,
    [of.kind, of.version, of.seen, JSON.stringify(texts), by],
  );
  return rows[0] === undefined ? whyNot(tx, of) : { is: 'saved', rev: rows[0].rev };
}

/** Discards a draft: it is kept aside, its number is not given again. */
export async function discardTemplateDraft(tx: Sql, of: SeenTemplate): Promise<TemplateOutcome> {
  const rows = await changedRows<{ rev: number }>(
    tx,
    `UPDATE mail_template SET state = 'discarded', rev = rev + 1, updated_at = now() WHERE ${seenDraft} RETURNING rev`,
    [of.kind, of.version, of.seen],
  );
  return rows[0] === undefined ? whyNot(tx, of) : { is: 'saved', rev: rows[0].rev };
}

async function whyNot(tx: Sql, { kind, version, seen }: SeenTemplate): Promise<TemplateOutcome> {
  const [row] = await tx.query<{ rev: number; state: string }[]>('SELECT rev, state FROM mail_template WHERE kind = $1 AND version = $2', [
    kind,
    version,
  ]);
  if (row?.state !== 'draft') return { is: 'missing' };
  return row.rev === seen ? { is: 'proposed' } : { is: 'stale', current: row.rev };
}
