import type { ReplayDifference } from '@app/persistence';

/** What a build does at a place of a run's history that differs, by a code and its values. */
export type ToldDifference = Pick<ReplayDifference, 'code' | 'values' | 'detail'>;

/** The part of a history that is needed to find an event. */
export interface ReplayedEvents {
  events?:
    | readonly { eventId?: unknown; activityTaskScheduledEventAttributes?: { activityType?: { name?: string | null } | null } | null }[]
    | null;
}

const longestDetail = 600;

/**
 * Tells from the engine's error where a history and a build part: the event that the history has and what the build does instead. The sentences stand with
 * whoever shows them; the engine's own words go along. An error that says nothing of an event is told as `OTHER`.
 */
export function tellDifference(error: Error, history: ReplayedEvents): ToldDifference {
  const detail = innerMessage(error.message).slice(0, longestDetail);
  const told = readOtherCommand(detail) ?? readNothing(detail) ?? readOtherActivity(detail, history) ?? readWorkflow(detail, error.message);
  return { ...(told ?? { code: 'OTHER', values: {} }), detail };
}

type Told = Omit<ToldDifference, 'detail'>;

/** The core wraps its sentence into several others. */
function innerMessage(message: string): string {
  const inner = /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1];
  return (inner ?? message).replace(/^\[TMPRL1100\] Nondeterminism error: /, '');
}

function readOtherCommand(text: string): Told | undefined {
  const [, now, eventId, recorded] = /^(\w[\w ]*?) ?machine does not handle this event: HistoryEvent\(id: (\d+), (\w+)\)/i.exec(text) ?? [];
  if (now === undefined || recorded === undefined) return undefined;
  return { code: 'OTHER_STEP', values: { eventId: Number(eventId), recorded, now } };
}

function readNothing(text: string): Told | undefined {
  const [, eventId, recorded] = /^No command scheduled for event HistoryEvent\(id: (\d+), (\w+)\)/.exec(text) ?? [];
  return recorded === undefined ? undefined : { code: 'NO_STEP', values: { eventId: Number(eventId), recorded } };
}

function readOtherActivity(text: string, { events }: ReplayedEvents): Told | undefined {
  const [, recorded, now] =
    /^Activity type of scheduled event '([^']+)' does not match activity type of activity command '([^']+)'/.exec(text) ?? [];
  if (recorded === undefined || now === undefined) return undefined;
  const places = (events ?? []).filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === recorded);
  const only = places.length === 1 ? { eventId: Number(places[0]?.eventId) } : {};
  return { code: 'OTHER_ACTIVITY', values: { ...only, recorded, now } };
}

function readWorkflow(text: string, whole: string): Told | undefined {
  const missing = /^Failed to initialize workflow of type '([^']+)'/.exec(text)?.[1];
  if (missing !== undefined) return { code: 'NO_WORKFLOW', values: { workflowType: missing } };
  return whole.startsWith('Replay failed due workflow task failure') ? { code: 'BUILD_THREW', values: {} } : undefined;
}
