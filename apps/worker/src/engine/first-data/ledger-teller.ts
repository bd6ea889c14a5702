import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor, DocumentRef, Instant, TextRef } from '@app/domain';
import {
  addDocument,
  saveApplicationDraft,
  saveReportDraft,
  storeCallMaterial,
  storeDetachedTexts,
  type EntityKey,
  type SavedDraft,
  type Sql,
  type TransactionSource,
} from '@app/persistence';
import type { FileStore } from '@app/platform';
import type { Player } from '../player';
import { player as castPlayer } from '../../story/cast';
import { idOf } from '../../story/story-ids';
import type { StoryEntity, Teller } from '../../story/teller';
import { openProposalOf } from '../../story/open-proposal';
import { smallPdf } from '../../story/small-pdf';

/** What telling a story into the ledger needs. */
export interface LedgerTellerTools {
  db: TransactionSource;
  player: Player;
  files: FileStore;
}

/** A teller that knows the entities it has started, and lets their clocks run. */
export interface LedgerTeller extends Teller {
  entities: () => EntityKey[];
  /** Every entity does what its clock asks until an instant, in the order of time. */
  runClocks: (until: Instant) => Promise<void>;
}

const uploadLimit = 1_000_000;

/**
 * Tells a story in the worker's own process through the rules and the ledger writer, at instants that may lie in the past. Before each act every entity of
 * the story does what its clock asks, in the order of time, and what entities ask of each other is carried over at once.
 */
export function createLedgerTeller({ db, player, files }: LedgerTellerTools): LedgerTeller {
  const known: EntityKey[] = [];
  const runClocks = clocksOf(db, player, known);
  const give = giverOf(db, player, runClocks);
  const started = async (kind: StoryEntity['kind'], open: (entity: EntityKey) => Promise<void>): Promise<string> => {
    const entity = { kind, id: randomUUID() };
    known.push(entity);
    await open(entity);
    return entity.id;
  };
  return {
    entities: () => known,
    runClocks,
    give,
    createCall: (by, payload, notices, at) =>
      started('call', async (entity) => {
        await give(by, entity, { type: 'CreateCall', payload: payload }, at);
        for (const [language, content] of Object.entries(notices))
          await storeCallMaterial(db, { callId: entity.id, kind: 'notice', language, content });
      }),
    startProject: (by, callId, at) =>
      started('project', (entity) => give(by, entity, { type: 'StartApplication', payload: { callId } }, at)),
    saveDraft: (by, projectId, content) => saved(db, (tx, seen) => saveApplicationDraft(tx, projectId, { content, seen, by: idOf(by) })),
    saveReport: (by, projectId, year, content) =>
      saved(db, (tx, seen) => saveReportDraft(tx, { projectId, year }, { content, seen, by: idOf(by) })),
    upload: (by, entity, type, language) => storeFile(db, files, { by, entity, type, language }),
    confirm: async (by, entity, at) =>
      give(by, entity, { type: 'ConfirmProposal', payload: { proposalId: await openProposalOf(db, entity) } }, at),
    // No desk writes letters here, so nobody can read them: they stay held.
    releaseLetters: (_by, _call, at) => runClocks(at),
  };
}

function clocksOf(db: TransactionSource, player: Player, known: EntityKey[]): LedgerTeller['runClocks'] {
  return async (until) => {
    for (;;) {
      const next = await earliest(db, known, until);
      if (next === undefined) return;
      await player.wakeUntil(next.entity, next.at);
      await player.dispatch(next.entity, next.at);
    }
  };
}

function giverOf(db: TransactionSource, player: Player, runClocks: LedgerTeller['runClocks']): Teller['give'] {
  return async (by, entity, { type, payload, reason }, at) => {
    await runClocks(at);
    const ref = reason === undefined ? {} : { reason: await storeText(db, entity, reason, idOf(by)) };
    const outcome = await player.give(entity, { type, actor: actorOf(by), payload: await detached(db, by, entity, payload), at, ...ref });
    if (outcome.status !== 'applied') throw new Error(`${type} of ${by} at ${at}: ${JSON.stringify(outcome)}`);
    await player.dispatch(entity, at);
  };
}

function actorOf(by: string): Actor {
  const { roles, country } = castPlayer(by);
  return { kind: 'person', personId: idOf(by), roles, country };
}

/** A payload with its texts stored in rows of their own and references in their places. */
async function detached(db: TransactionSource, by: string, entity: EntityKey, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => detached(db, by, entity, one)));
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && typeof value.text === 'string') return storeText(db, entity, value.text, idOf(by));
  const fields = Object.entries(value).map(async ([name, field]) => [name, await detached(db, by, entity, field)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

/** The entity of a story whose clock has the earliest thing to do by an instant. */
async function earliest(
  db: TransactionSource,
  entities: EntityKey[],
  until: Instant,
): Promise<{ entity: EntityKey; at: Instant } | undefined> {
  const rows = await db.query<{ kind: EntityKey['kind']; id: string; at: Date }[]>(
    'SELECT kind, id, next_at AS at FROM entity_head WHERE id = ANY($1::uuid[]) AND next_at <= $2 AND NOT closed ORDER BY next_at, kind, id LIMIT 1',
    [entities.map((one) => one.id), until],
  );
  const row = rows[0];
  return row === undefined ? undefined : { entity: { kind: row.kind, id: row.id }, at: row.at.toISOString() };
}

async function storeText(db: TransactionSource, entity: EntityKey, content: string, writtenBy: string): Promise<TextRef> {
  const ref = { textId: randomUUID(), sha256: createHash('sha256').update(content).digest('hex') };
  await storeDetachedTexts(db, entity, [{ ref, content }], writtenBy);
  return ref;
}

/** Saves on top of whatever version there is. */
async function saved(
  db: TransactionSource,
  save: (tx: Sql, seen: number) => Promise<SavedDraft>,
): Promise<{ version: number; hash: string }> {
  const first = await db.transaction((tx) => save(tx, 0));
  const done = first.ok ? first : await db.transaction((tx) => save(tx, first.current));
  if (!done.ok) throw new Error('the draft changes while it is saved');
  return done;
}

interface Upload {
  by: string;
  entity: EntityKey;
  type: string;
  language: string;
}

async function storeFile(db: TransactionSource, files: FileStore, { by, entity, type, language }: Upload): Promise<DocumentRef> {
  const { sha256, sizeBytes } = await files.put(Readable.from([smallPdf(`${type} ${language} ${entity.id}`)]), uploadLimit);
  const documentId = randomUUID();
  await addDocument(db, {
    documentId,
    entityKind: entity.kind,
    entityId: entity.id,
    type,
    language,
    fileName: `${type.toLowerCase().replaceAll('_', '-')}-${language}.pdf`,
    mediaType: 'application/pdf',
    sizeBytes,
    sha256,
    uploadedBy: idOf(by),
  });
  return { documentId, sha256 };
}
