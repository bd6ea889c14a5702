import { addWorkingDays, projectDecider, type Deadline, type Instant, type ProjectCommandType, type ProjectState } from '@app/domain';
import { projectPayloads } from '@app/workflows';
import { z } from 'zod';
import type { Setting } from '../commands/rule-room';

/** Where a wish is looked at: a project, its policy and calendars, its own time. */
export interface BulkPlace {
  state: ProjectState;
  setting: Setting;
  now: Instant;
}

/** What a wish means for one project: the payload of its command, and what taking it back needs to know. */
export type Meant = { payload: Record<string, unknown>; before?: Record<string, unknown> } | { refused: string };

/** A command that makes sense for many projects. */
interface BulkCommand {
  /** What is asked once for all of them. */
  wish: z.ZodObject;
  /** What that means for one. */
  meant: (wish: never, place: BulkPlace) => Meant;
  /** How an applied row is taken back; nothing where it cannot be. */
  inverse: Inverse | undefined;
}

/** Taking back: by undoing the intervention itself, or by a command of its own made from what stood before. */
export type Inverse = { type: 'UndoIntervention' } | { type: ProjectCommandType; from: (before: Record<string, unknown>) => Meant };

const { rule } = projectPayloads.PauseSeries.shape;
const workingDays = z.number().int().min(1).max(100);
const aimed = z.strictObject({ rule });

function openDeadline(state: ProjectState, ladder: string): Deadline | undefined {
  return state.deadlines.filter((one) => one.ladder === ladder).sort((a, b) => (a.endsAt < b.endsAt ? -1 : 1))[0];
}

const noSuchDeadline: Meant = { refused: 'NO_SUCH_DEADLINE' };

/** The wish is about the deadline of a rule; each project has its own. */
function onDeadline<W extends { rule: string }>(payload: (wish: W, deadline: Deadline, place: BulkPlace) => Meant) {
  return (wish: W, place: BulkPlace): Meant => {
    const deadline = openDeadline(place.state, wish.rule);
    return deadline === undefined ? noSuchDeadline : payload(wish, deadline, place);
  };
}

const aimAt = onDeadline(({ rule: ladder }: { rule: string }, { object }) => ({ payload: { rule: ladder, object } }));
const asAsked = (wish: Record<string, unknown>): Meant => ({ payload: wish });
const undo: Inverse = { type: 'UndoIntervention' };

/** The next mail of the rule that nobody has skipped yet. */
const nextMail = onDeadline(({ rule: ladder }: { rule: string }, { object }, { state, setting, now }) => {
  const next = projectDecider
    .plan(state, setting.policy, setting.calendars)
    .find((one) => one.rule === ladder && one.object === object && one.kind !== 'consequence' && one.at > now);
  return next === undefined ? { refused: 'NOTHING_PLANNED' } : { payload: { rule: ladder, object, step: next.step, series: next.series } };
});

const laterBy = onDeadline(({ rule: ladder, workingDays: days }: { rule: string; workingDays: number }, deadline, { setting }) => {
  const { dueOn } = addWorkingDays(deadline.dueOn, days, deadline.because.set, setting.calendars);
  return { payload: { rule: ladder, object: deadline.object, dueOn } };
});

/** The commands that may be given to many projects at once: what is asked, what it means for each, how it is taken back. */
export const bulkCommands = {
  Hold: { wish: projectPayloads.Hold, meant: asAsked, inverse: { type: 'Resume', from: () => ({ payload: {} }) } },
  Resume: { wish: projectPayloads.Resume, meant: asAsked, inverse: undefined },
  AssignOfficer: {
    wish: projectPayloads.AssignOfficer,
    meant: (wish: { officerId: string }, { state }: BulkPlace) => ({ payload: wish, before: { officerId: state.officerId ?? null } }),
    inverse: {
      type: 'AssignOfficer',
      from: ({ officerId }) => (typeof officerId === 'string' ? { payload: { officerId } } : { refused: 'NOBODY_BEFORE' }),
    },
  },
  Snooze: {
    wish: z.strictObject({ rule, workingDays }),
    meant: onDeadline(({ rule: ladder, workingDays: days }: { rule: string; workingDays: number }, { object }) => ({
      payload: { rule: ladder, object, workingDays: days },
    })),
    inverse: undo,
  },
  ChangeDeadline: { wish: z.strictObject({ rule, workingDays }), meant: laterBy, inverse: undo },
  SkipOccurrence: { wish: aimed, meant: nextMail, inverse: undo },
  SendNow: { wish: aimed, meant: aimAt, inverse: undo },
  PauseSeries: { wish: aimed, meant: aimAt, inverse: undo },
  ResumeSeries: { wish: aimed, meant: aimAt, inverse: undo },
} satisfies Partial<Record<ProjectCommandType, BulkCommand>>;

/** One of them. */
export type BulkCommandType = keyof typeof bulkCommands;

/** Their names. */
export const bulkCommandTypes = Object.keys(bulkCommands) as [BulkCommandType, ...BulkCommandType[]];

/** A command that may be given to many; nothing for one that may not. */
export function bulkCommand(type: string): BulkCommand | undefined {
  return Object.hasOwn(bulkCommands, type) ? (bulkCommands as Record<string, BulkCommand>)[type] : undefined;
}
