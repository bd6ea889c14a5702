import {
  recallOf,
  resolveRecipients,
  sendTime,
  isHeldForRelease,
  system,
  type Actor,
  type Command,
  type DecideContext,
  type Facts,
  type Instant,
  type Recall,
  type TextRef,
  type Violation,
} from '@app/domain';
import { directoryFor, type RehearsedMail } from '@app/persistence';
import type { Setting } from '../commit/commit-session';
import { deciders, type AnyEvent } from '../commit/deciders';
import { nextStepInstant } from '../commit/wake-instants';
import { factsInRoom } from './facts-in-room';
import { copyKey, type Copy, type RoomSession } from './room-session';

/** What somebody does to a copy, or the clock. */
export interface RoomDeed {
  command: Command;
  actor: Actor;
  commandId: string;
  reason?: TextRef;
}

/** Effects on effects end here: more would be a rule that never ends. */
const mostEffects = 200;

/** When a copy does something next if nobody acts; never before the room's time. */
export async function planNext(session: RoomSession, copy: Copy): Promise<void> {
  const { policy, calendars } = await session.settingOf(copy.state.policyVersion);
  const at = deciders[copy.kind].plan(copy.state, policy, calendars)[0]?.at;
  copy.nextAt = at === undefined || at > session.now ? (at ?? null) : session.now;
}

/** Lets the clock do what a copy has planned for this instant, as `commit` does it. */
export async function wakeCopy(session: RoomSession, copy: Copy, at: Instant): Promise<void> {
  const setting = await session.settingOf(copy.state.policyVersion);
  const rules = deciders[copy.kind];
  const plan = rules.plan(copy.state, setting.policy, setting.calendars);
  const deed = { command: { type: 'Wake', payload: {} }, actor: system, commandId: `rehearsal/${copy.steps}` };
  const decision = rules.decide(copy.state, deed.command, contextOf(copy, deed, setting, nextStepInstant(plan, at) ?? at, {}));
  session.moved.add(copy);
  if (!decision.ok || decision.events.length === 0) {
    // Nothing comes of it: what is planned after this instant comes next.
    copy.nextAt = plan.find((one) => one.at > at)?.at ?? null;
    return;
  }
  await record(session, copy, deed, { events: decision.events, facts: {} }, 0);
}

/** Carries out a command on a copy at the room's time; answers why not when a rule refuses it. */
export function actOnCopy(session: RoomSession, copy: Copy, deed: RoomDeed): Promise<Violation | undefined> {
  return carryOut(session, copy, deed, 0);
}

async function carryOut(session: RoomSession, copy: Copy, deed: RoomDeed, depth: number): Promise<Violation | undefined> {
  const facts = await factsInRoom(session, copy, deed.command);
  const setting = await session.settingOf(copy.state.policyVersion);
  const decision = deciders[copy.kind].decide(copy.state, deed.command, contextOf(copy, deed, setting, session.now, facts));
  if (!decision.ok) return decision.violation;
  await record(session, copy, deed, { events: decision.events, facts }, depth);
  return undefined;
}

function contextOf(copy: Copy, { actor, commandId, reason }: RoomDeed, setting: Setting, now: Instant, facts: Facts): DecideContext {
  return { entityId: copy.id, now, commandId, actor, ...(reason === undefined ? {} : { reason }), ...setting, facts, taken: {} };
}

interface Outcome {
  events: AnyEvent[];
  facts: Facts;
}

/** Folds events into a copy, and plays what follows: mails that wait, mails taken back, commands for other copies of the room. */
async function record(session: RoomSession, copy: Copy, deed: RoomDeed, { events, facts }: Outcome, depth: number): Promise<void> {
  if (events.length === 0) return;
  const rules = deciders[copy.kind];
  const effects: { target: { kind: 'project' | 'call'; id: string }; command: Command }[] = [];
  for (const event of events) {
    copy.state = rules.evolve(copy.state, event);
    effects.push(...rules.effects(event, copy.state, facts));
  }
  copy.steps += 1;
  session.lineNo += 1;
  const actorId = deed.actor.kind === 'person' ? deed.actor.personId : null;
  const { kind, id } = copy;
  session.lines.push({ no: session.lineNo, at: session.now, kind, id, command: deed.command.type, actorId, events });
  session.moved.add(copy);
  events.forEach((event) => recall(session, copy, recallOf(event)));
  await tell(session, copy, events, await session.settingOf(copy.state.policyVersion));
  await planNext(session, copy);
  for (const [no, { target, command }] of effects.entries()) {
    const receiver = session.copies.get(copyKey(target));
    // What is not in the room hears nothing of it.
    if (receiver === undefined || depth + no > mostEffects) continue;
    await carryOut(session, receiver, { command, actor: system, commandId: `rehearsal/${session.lineNo}/${no}` }, depth + 1);
  }
}

/** Mails of issued steps that somebody took back wait no longer. */
function recall(session: RoomSession, copy: Copy, taken: Recall | undefined): void {
  if (taken === undefined) return;
  for (const mail of session.waiting.values()) {
    const { rule, object, series, step } = mail.intent;
    const isMeant =
      mail.kind === copy.kind && mail.id === copy.id && rule === taken.rule && object === taken.object && series === taken.series;
    if (!isMeant || !taken.steps.includes(step)) continue;
    session.told.delete(mail.key);
    settle(session, { ...mail, state: 'not-needed', why: taken.why, leftAt: session.now });
  }
}

/** Takes over what became of a mail. */
export function settle(session: RoomSession, mail: RehearsedMail): void {
  session.touched.set(mail.no, mail);
  if (mail.state === 'waiting') session.waiting.set(mail.no, mail);
  else session.waiting.delete(mail.no);
}

/** Who is told of these events, when: by the rules and today's people, as `commit` writes it into the outbox. */
async function tell(session: RoomSession, copy: Copy, events: AnyEvent[], { policy, calendars }: Setting): Promise<void> {
  const intents = events.flatMap((event) => deciders[copy.kind].notifications(event, copy.state, policy));
  if (intents.length === 0) return;
  const directory = await directoryFor(session.db, copy.state, intents);
  for (const intent of intents)
    for (const recipient of resolveRecipients(intent, copy.state, directory)) {
      const { personId, role, copy: isCopy } = recipient;
      addMail(session, copy, {
        ...{ lineNo: session.lineNo, intent, personId, role, isCopy, held: isHeldForRelease(intent, policy) },
        sendAt: sendTime(intent, recipient, session.now, policy, calendars),
      });
    }
}

/** A mail of a room before it has a number. */
export type ToldMail = Pick<RehearsedMail, 'lineNo' | 'intent' | 'personId' | 'role' | 'isCopy' | 'held' | 'sendAt'>;

/** Lets a mail wait in the room; what was told before stays as it is. */
export function addMail(session: RoomSession, { kind, id }: Copy, told: ToldMail): void {
  const { rule, object, step, series } = told.intent;
  const key = `${kind}/${id}/${rule}/${object}/${step}/${series}/${told.personId}`;
  if (session.told.has(key)) return;
  session.told.add(key);
  session.mailNo += 1;
  const untold = {
    state: 'waiting',
    why: null,
    leftAt: null,
    withNo: null,
    languages: null,
    subject: null,
    body: null,
    html: null,
  } as const;
  settle(session, { ...told, no: session.mailNo, kind, id, key, ...untold });
}
