import type { Instant } from '@app/domain';
import type { DeskSettings } from '../notification/desk-tools';
import { wakeCopy } from './play-copy';
import { leaveInRoom } from './room-mails';
import type { Copy, RoomSession } from './room-session';

/** How far a stretch may go. */
export interface StretchLimits {
  /** Until when the room is played; nothing for the next thing that happens, however far away it is. */
  until: Instant | undefined;
  /** Real time in ms after which the stretch ends for now. */
  forMs: number;
}

/** Steps after which a stretch ends for now, so that little is played twice after a kill. */
const stepsAtOnce = 100;

/** How a stretch ended: where it was to end, before there was nothing left to come, or for now. */
export type StretchEnd = 'there' | 'nothing-left' | 'for-now';

/** More steps in one move would be a rule that never ends. */
export const mostSteps = 50_000;

function nextCopy({ copies }: RoomSession): Copy | undefined {
  let first: Copy | undefined;
  for (const copy of copies.values()) if (copy.nextAt !== null && (first?.nextAt == null || copy.nextAt < first.nextAt)) first = copy;
  return first;
}

function nextMailAt({ waiting }: RoomSession): Instant | undefined {
  let first: Instant | undefined;
  for (const { sendAt } of waiting.values()) if (first === undefined || sendAt < first) first = sendAt;
  return first;
}

/** A step counts as something that happened when people would see it: not when only an alarm of the clock was set. */
function somethingSeen({ lines, touched }: RoomSession): boolean {
  const isAlarm = (event: { type: string; ladder?: string; deadline?: { ladder: string } }): boolean =>
    event.type.startsWith('Deadline') && (event.ladder ?? event.deadline?.ladder) === 'clock';
  return (
    lines.some((line) => (line.events as { type: string }[]).some((event) => !isAlarm(event))) ||
    [...touched.values()].some((mail) => mail.leftAt !== null)
  );
}

/**
 * Plays a room in the exact order of its time: at each instant what copies have planned, then the mails that are due, until it is there, nothing is left to
 * come, or the real time is over.
 */
export async function playStretch(session: RoomSession, settings: DeskSettings, { until, forMs }: StretchLimits): Promise<StretchEnd> {
  const end = Date.now() + forMs;
  for (;;) {
    const copy = nextCopy(session);
    const at = earlier(copy?.nextAt ?? undefined, nextMailAt(session));
    if (at === undefined || (until !== undefined && at > until)) return atRest(session, until);
    if (isOver(session, end)) return 'for-now';
    await playInstant(session, settings, at, copy);
    if (until === undefined && somethingSeen(session)) return 'there';
  }
}

const isOver = ({ steps }: RoomSession, end: number): boolean => steps >= stepsAtOnce || Date.now() > end;

/** Nothing more comes until the end: time passes all the same. */
function atRest(session: RoomSession, until: Instant | undefined): StretchEnd {
  if (until === undefined) return 'nothing-left';
  if (until > session.now) session.now = until;
  return 'there';
}

async function playInstant(session: RoomSession, settings: DeskSettings, at: Instant, copy: Copy | undefined): Promise<void> {
  if (at > session.now) session.now = at;
  session.steps += 1;
  if (copy !== undefined && copy.nextAt === at) await wakeCopy(session, copy, session.now);
  else await leaveInRoom(session, settings);
}

function earlier(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a <= b ? a : b;
}
