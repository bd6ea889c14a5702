import { system, type Violation } from '@app/domain';
import {
  backToStart,
  findMove,
  noteStretch,
  rehearsalSources,
  roomPlace,
  waitingMailsOf,
  type EntityKey,
  type Move,
  type PlayedStretch,
  type RoomPlace,
  type Sql,
  type TransactionSource,
  findRehearsal,
} from '@app/persistence';
import { chaosPoint } from '@app/platform';
import type { RehearsalActivities, RehearsalInput } from '@app/workflows';
import { passes } from '../activity-failures';
import { deciders, type AnyState } from '../commit/deciders';
import { foldAnew } from '../commit/open-session';
import type { DeskSettings } from '../notification/desk-tools';
import { actOnCopy, addMail, planNext } from './play-copy';
import { mostSteps, playStretch } from './play-stretch';
import { copyKey, openRoomSession, placeOf, type Copy, type RoomSession } from './room-session';

type End = PlayedStretch['end'];

/** How long one stretch is played before its place is noted: what a kill can cost, and how often a page sees progress. */
const stretchMs = 1_500;
/** Stands for the reason that people will give for adopting the policy that is tried. */
const someReason = { textId: '00000000-0000-7000-8000-000000000000', sha256: '0'.repeat(64) };

/** Plays rehearsals on; rows hold place and result, and nothing real is written. */
export class RehearsalActivity implements RehearsalActivities {
  constructor(
    private readonly db: TransactionSource,
    private readonly settings: DeskSettings,
  ) {}

  async rehearseStep({ moveId }: RehearsalInput): Promise<{ done: boolean }> {
    const move = await findMove(this.db, moveId);
    if (move?.state !== 'running') return { done: true };
    if (move.kind === 'restart') return this.restart(move);
    const place = await roomPlace(this.db, move.rehearsalId);
    if (place === undefined) return { done: true };
    const { session, end } = await this.playOrFail(await openRoomSession(this.db, place), move, place);
    const noted = await this.note(session, move, end);
    await chaosPoint('rehearse.noted');
    // Another one was quicker: what it came to is read anew.
    return { done: noted && end !== undefined };
  }

  /** A rule that throws would throw again: the move fails where the stretch began, and the room can be gone on with or thrown away. */
  private async playOrFail(session: RoomSession, move: Move, place: RoomPlace): Promise<{ session: RoomSession; end: End }> {
    try {
      return { session, end: await this.play(session, move) };
    } catch (error) {
      if (passes(error)) throw error;
      return { session: await openRoomSession(this.db, place), end: { state: 'failed', code: 'REHEARSAL_FAILED' } };
    }
  }

  private note(session: RoomSession, move: Move, end: End): Promise<boolean> {
    const { before, steps, lines } = session;
    const [copies, mails] = [[...session.moved], [...session.touched.values()]];
    return this.db.transaction((tx) => noteStretch(tx, move, { place: placeOf(session), before, steps, copies, lines, mails, end }));
  }

  private async play(session: RoomSession, move: Move): Promise<End> {
    if (move.kind === 'act') return this.act(session, move);
    if (move.kind === 'open' && session.copies.size === 0) await this.makeCopies(session, move);
    const until = move.kind === 'next-event' ? undefined : (move.until ?? move.from).toISOString();
    const came = await playStretch(session, this.settings, { until, forMs: stretchMs });
    if (came === 'for-now') return move.steps + session.steps > mostSteps ? { state: 'failed', code: 'REHEARSAL_ENDLESS' } : undefined;
    if (came === 'nothing-left') return { state: 'done', code: 'REHEARSAL_NOTHING_LEFT' };
    return move.kind === 'open' ? adoptTried(session) : { state: 'done' };
  }

  private async act(session: RoomSession, { id, act }: Move): Promise<End> {
    const copy = act === null ? undefined : session.copies.get(copyKey(act.entity));
    if (act === null || copy === undefined) return { state: 'failed', code: 'UNKNOWN_OBJECT' };
    const { type, payload, actor, reason } = act;
    const deed = { command: { type, payload }, actor, commandId: id, ...(reason === undefined ? {} : { reason }) };
    const violation = await actOnCopy(session, copy, deed);
    session.steps += 1;
    return violation === undefined ? { state: 'done' } : refused(violation);
  }

  /** The copies as the originals stand at this moment, with the mails that wait for them. */
  private async makeCopies(session: RoomSession, { rehearsalId }: Move): Promise<void> {
    const source = (await findRehearsal(this.db, rehearsalId))?.source;
    if (source === undefined) return;
    for (const { kind, id, reference, title, stateSchema, state } of await rehearsalSources(this.db, source)) {
      const current = await currentState(this.db, { kind, id }, { stateSchema, state });
      if (current === undefined) continue;
      const copy: Copy = { kind, id, reference, titleZh: title.zh, titleEn: title.en, state: current, steps: 0, nextAt: null };
      session.copies.set(copyKey(copy), copy);
      session.moved.add(copy);
      await planNext(session, copy);
      for (const { intent, personId, role, copy: isCopy, sendAfter } of await waitingMailsOf(this.db, { kind, id }))
        addMail(session, copy, { lineNo: 0, intent, personId, role, isCopy, held: false, sendAt: sendAfter });
    }
  }

  private async restart(move: Move): Promise<{ done: boolean }> {
    await this.db.transaction(async (tx) => {
      await backToStart(tx, move.rehearsalId);
      const place = await roomPlace(tx, move.rehearsalId);
      if (place === undefined) return;
      const session = await openRoomSession(tx, place);
      for (const copy of session.copies.values()) await planNext(session, copy);
      const copies = [...session.copies.values()];
      await noteStretch(tx, move, { place, before: place, steps: 0, copies, lines: [], mails: [], end: { state: 'done' } });
    });
    return { done: true };
  }
}

async function currentState(
  db: Sql,
  entity: EntityKey,
  { stateSchema, state }: { stateSchema: number; state: unknown },
): Promise<AnyState | undefined> {
  const rules = deciders[entity.kind];
  return stateSchema === rules.schema ? (state as AnyState) : foldAnew(db, rules, entity);
}

function refused({ code, values }: Violation): End {
  return { state: 'refused', code, ...(values === undefined ? {} : { values }) };
}

/** Every project adopts the policy that is tried, as it would from its page; those that refuse it keep their own and are named. */
async function adoptTried(session: RoomSession): Promise<End> {
  const version = session.before.policyVersion;
  if (version === null) return { state: 'done' };
  const kept: { name: string; why: Violation }[] = [];
  for (const copy of session.copies.values()) {
    if (copy.kind !== 'project' || copy.state.policyVersion === version) continue;
    const deed = {
      command: { type: 'AdoptPolicy', payload: { version } },
      actor: system,
      commandId: 'rehearsal/adopt',
      reason: someReason,
    };
    const violation = await actOnCopy(session, copy, deed);
    session.steps += 1;
    if (violation !== undefined) kept.push({ name: copy.reference ?? copy.id, why: violation });
  }
  const [first] = kept;
  if (first === undefined) return { state: 'done' };
  const { code: because, values } = first.why;
  return { state: 'done', code: 'REHEARSAL_POLICY_KEPT', values: { ...values, projects: kept.length, first: first.name, because } };
}
