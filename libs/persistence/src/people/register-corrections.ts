import {
  correctionNeedsSecond,
  differenceOf,
  isNoCorrection,
  takenBack,
  withoutContactData,
  type PersonId,
  type RegisterDifference,
  type RegisterValues,
} from '@app/domain';
import { decideAct, endAct, findAct, openAct, withdrawAct, type ActDoor, type TechnicalAct } from '../engine/technical-acts';
import { canonicalJson } from '../ledger/canonical-json';
import { sha256 } from '../ledger/hash-chain';
import type { Sql } from '../sql';
import { isAddressOfAnother, registerRecord, writeRegister, type RegisterKey, type RegisterRecord } from './register-records';

/** Who asks for a correction or decides on it. */
export interface Corrector {
  personId: PersonId;
  door: ActDoor;
}

/** What is wanted of which entry, why, and which revision of it the proposer saw. */
export interface CorrectionWish {
  /** The caller's key, a UUID: the same key is the same correction. */
  actId: string;
  entry: RegisterKey;
  seen: number;
  reason: string;
  wanted: RegisterValues;
  /** The correction that this one takes back. */
  undoes?: string;
}

/** A correction as it is kept; its act tells who, when, why, and who agreed. */
export interface RegisterCorrection extends RegisterDifference {
  id: string;
  entry: RegisterKey;
  seenRev: number;
  undoes: string | null;
  state: 'open' | 'applied' | 'dropped';
}

/** What became of a wish or a decision: the correction with its act, or why it is refused. */
export type CorrectionOutcome =
  | { is: 'done'; correction: RegisterCorrection; act: TechnicalAct }
  | { is: 'refused'; code: string; values?: Record<string, string | number> };

type Refusal = Extract<CorrectionOutcome, { is: 'refused' }>;

const columns = `k.id, jsonb_build_object('subject', k.subject, 'id', k.subject_id) AS entry, k.seen_rev AS "seenRev", k.before, k.after, k.undoes, k.state`;

/**
 * Asks for a correction, once under its key. What stands on papers or says where mail goes waits for a second person; all else applies at once. Refused
 * for an entry that somebody changed meanwhile or whose correction waits, for a wish that changes nothing, and for an address that is somebody else's.
 */
export async function proposeCorrection(tx: Sql, wish: CorrectionWish, by: Corrector): Promise<CorrectionOutcome> {
  const { entry, actId, wanted } = wish;
  const record = await registerRecord(tx, entry, { lock: true });
  if (record === undefined) return refused('NOT_FOUND');
  const known = await findCorrection(tx, actId);
  const difference = known ?? differenceOf(entry.subject, record.values, wanted);
  const whyNot = known === undefined ? await whyNotProposed(tx, wish, record, difference) : undefined;
  if (whyNot !== undefined) return whyNot;
  const needsSecond = correctionNeedsSecond(difference);
  const told = withoutContactData(difference);
  const opened = await openAct(tx, {
    ...{ id: actId, kind: `register.${entry.subject}`, entity: null, door: by.door, actorId: by.personId, reason: wish.reason },
    asked: askedOf(wish),
    ...{ before: told.before, needsSecond },
  });
  if (opened.is === 'key-reused') return refused('KEY_REUSED');
  if (opened.is === 'known') return doneWith(tx, actId);
  await tx.query(
    `INSERT INTO register_correction (id, subject, subject_id, seen_rev, before, after, undoes, state) VALUES ($1, $2, $3, $4, $5, $6, $7, 'open')`,
    [actId, entry.subject, entry.id, wish.seen, JSON.stringify(difference.before), JSON.stringify(difference.after), wish.undoes ?? null],
  );
  if (!needsSecond) await apply(tx, actId, entry, difference);
  return doneWith(tx, actId);
}

/**
 * A second person decides. Confirmed, it applies if the entry is still what the proposer saw; rejected, or taken back by its proposer, it is dropped.
 * Nobody confirms what he proposed. Decided again in the same way by the same person it is quiet.
 */
export async function decideCorrection(tx: Sql, id: string, verdict: 'confirm' | 'reject', by: Corrector): Promise<CorrectionOutcome> {
  const named = await findCorrection(tx, id);
  if (named === undefined) return refused('NOT_FOUND');
  const record = await registerRecord(tx, named.entry, { lock: true });
  // Whoever was faster had the entry; only now it is known how the correction stands.
  const correction = (await findCorrection(tx, id)) ?? named;
  return verdict === 'reject' ? reject(tx, correction, by) : confirm(tx, correction, record, by);
}

async function reject(tx: Sql, { id }: RegisterCorrection, by: Corrector): Promise<CorrectionOutcome> {
  const decided = (await withdrawAct(tx, id, by.personId)) ? undefined : await decideAct(tx, id, 'reject', by);
  if (decided?.is === 'refused') return refused(decided.code);
  await close(tx, id, 'dropped');
  return doneWith(tx, id);
}

async function confirm(
  tx: Sql,
  correction: RegisterCorrection,
  record: RegisterRecord | undefined,
  by: Corrector,
): Promise<CorrectionOutcome> {
  const whyNot = correction.state === 'open' ? await whyNotConfirmed(tx, correction, record, by) : undefined;
  if (whyNot !== undefined) return whyNot;
  const decided = await decideAct(tx, correction.id, 'confirm', by);
  if (decided.is === 'refused') return refused(decided.code);
  if (decided.is === 'decided') await apply(tx, correction.id, correction.entry, correction);
  return doneWith(tx, correction.id);
}

/** Asks for the opposite of a correction as a correction of its own. Refused for one that did not apply, and once a value it changed was changed again. */
export async function undoCorrection(
  tx: Sql,
  { id, ...wish }: Omit<CorrectionWish, 'entry' | 'wanted' | 'undoes'> & { id: string },
  by: Corrector,
): Promise<CorrectionOutcome> {
  const correction = await findCorrection(tx, id);
  if (correction === undefined) return refused('NOT_FOUND');
  if (correction.state !== 'applied') return refused('CORRECTION_NOT_APPLIED');
  const record = await registerRecord(tx, correction.entry, { lock: true });
  const known = await findCorrection(tx, wish.actId);
  const wanted = known === undefined ? takenBack(correction, record?.values ?? {}) : correction.before;
  if (wanted === undefined) return refused('CORRECTION_OVERTAKEN');
  return proposeCorrection(tx, { ...wish, entry: correction.entry, wanted, undoes: id }, by);
}

/** One correction; nothing when there is none under this id. */
export async function findCorrection(db: Sql, id: string): Promise<RegisterCorrection | undefined> {
  const [row] = await db.query<RegisterCorrection[]>(`SELECT ${columns} FROM register_correction k WHERE k.id = $1`, [id]);
  return row;
}

/** Corrections of an entry, the last first. */
export function correctionsOf(db: Sql, { subject, id }: RegisterKey, limit: number): Promise<RegisterCorrection[]> {
  return db.query<RegisterCorrection[]>(
    `SELECT ${columns} FROM register_correction k JOIN technical_act a ON a.id = k.id WHERE k.subject = $1 AND k.subject_id = $2
      ORDER BY a.opened_at DESC, k.id LIMIT $3`,
    [subject, id, limit],
  );
}

/** What a repeated wish must ask again; the values only as a mark, so that acts hold no contact data. */
function askedOf({ entry, seen, wanted, undoes }: CorrectionWish): Record<string, unknown> {
  return {
    ...{ subject: entry.subject, subjectId: entry.id, rev: seen, mark: sha256(canonicalJson(wanted)) },
    ...(undoes === undefined ? {} : { undoes }),
  };
}

async function whyNotProposed(
  tx: Sql,
  { entry, seen }: CorrectionWish,
  { rev }: RegisterRecord,
  difference: RegisterDifference,
): Promise<Refusal | undefined> {
  if (rev !== seen) return refused('STALE_REVISION', { expectedRev: seen, currentRev: rev });
  const open = await tx.query<unknown[]>(`SELECT FROM register_correction WHERE subject = $1 AND subject_id = $2 AND state = 'open'`, [
    entry.subject,
    entry.id,
  ]);
  if (open.length > 0) return refused('CORRECTION_OPEN');
  if (isNoCorrection(difference)) return refused('CORRECTION_NOTHING');
  return whyNotAddress(tx, entry, difference);
}

async function whyNotConfirmed(
  tx: Sql,
  correction: RegisterCorrection,
  record: RegisterRecord | undefined,
  { personId }: Corrector,
): Promise<Refusal | undefined> {
  const act = await findAct(tx, correction.id);
  if (act?.actorId === personId) return refused('SAME_PERSON');
  if (record?.rev !== correction.seenRev)
    return refused('STALE_REVISION', { expectedRev: correction.seenRev, currentRev: record?.rev ?? 0 });
  return whyNotAddress(tx, correction.entry, correction);
}

async function whyNotAddress(tx: Sql, { id }: RegisterKey, { after }: RegisterDifference): Promise<Refusal | undefined> {
  for (const address of Array.isArray(after.emails) ? after.emails : [])
    if (await isAddressOfAnother(tx, address, id)) return refused('ADDRESS_TAKEN');
  return undefined;
}

/** Writes it into the entry and ends its act. Mails that wait take name and address from the entry when they leave. */
async function apply(tx: Sql, id: string, entry: RegisterKey, difference: RegisterDifference): Promise<void> {
  await writeRegister(tx, entry, difference.after);
  await close(tx, id, 'applied');
  const { after } = withoutContactData(difference);
  await endAct(tx, id, { state: 'done', code: 'REGISTER_CORRECTED', values: {}, after });
}

async function close(tx: Sql, id: string, state: 'applied' | 'dropped'): Promise<void> {
  await tx.query('UPDATE register_correction SET state = $2 WHERE id = $1', [id, state]);
}

async function doneWith(tx: Sql, id: string): Promise<CorrectionOutcome> {
  const [correction, act] = [await findCorrection(tx, id), await findAct(tx, id)];
  return correction === undefined || act === undefined ? refused('NOT_FOUND') : { is: 'done', correction, act };
}

function refused(code: string, values?: Record<string, string | number>): Refusal {
  return { is: 'refused', code, ...(values === undefined ? {} : { values }) };
}
