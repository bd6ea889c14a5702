import { stages } from '@app/domain';
import { boardLanes } from '@app/persistence';
import { z } from 'zod';
import { refusalReason } from '../project/allowed-command.schemas';
import { listOf, projectFilterFields } from '../project/project-list.schemas';

const instant = z.string().meta({ format: 'date-time' });
const count = z.number().int();
const stage = z.enum(stages);

const shown = { ...projectFilterFields, lanes: z.enum(boardLanes).default('none') };

/** Lanes and filters of the board, and which columns are open: cards are read for these only. */
export const boardQuery = z.strictObject({ ...shown, open: listOf(stage).optional() });

/** One cell of the board, and where its cards shown so far end. */
export const boardCellQuery = z.strictObject({
  ...shown,
  lane: z.string().min(1).max(40),
  column: stage,
  cursor: z.string().max(1000).optional(),
});

/** A project on the board. */
export const boardCard = z
  .object({
    id: z.uuid(),
    rev: count.meta({ description: 'What the reader has seen; a move sends it in If-Match' }),
    reference: z.string().nullable(),
    titleZh: z.string().nullable(),
    titleEn: z.string().nullable(),
    leadZh: z.string().nullable(),
    leadEn: z.string().nullable(),
    callId: z.uuid(),
    stage: z.string(),
    subState: z.string(),
    country: z.string().nullable(),
    officerName: z.string().nullable(),
    held: z.string().nullable(),
    overlays: z.array(z.string()),
    deadline: z
      .object({ ladder: z.string(), dueOn: z.string(), endsAt: instant, ownerRole: z.string().nullable(), overdue: z.boolean() })
      .nullable(),
    since: instant,
  })
  .meta({ id: 'BoardCard' });

/** Cards of one cell, the most urgent first; `next` is the cursor of those that follow. */
export const boardCards = z.object({ cards: z.array(boardCard), next: z.string().nullable() }).meta({ id: 'BoardCards' });

/** The board: a column per stage, a lane per row, and in each cell its numbers and first cards. */
export const board = z
  .object({
    at: instant,
    columns: z.array(
      z.object({
        stage: z.string(),
        projects: count,
        overdue: count,
        held: count,
        limit: z
          .object({
            most: count.nullable(),
            version: count,
            projects: count.meta({ description: 'All projects of the stage, whatever the filters' }),
          })
          .meta({ description: 'How many a stage should hold at most; a sign, nothing is refused for it' }),
      }),
    ),
    lanes: z.array(z.object({ lane: z.string(), name: z.string().nullable(), projects: count, overdue: count, held: count })),
    cells: z.array(
      z.object({
        lane: z.string(),
        stage: z.string(),
        projects: count,
        overdue: count,
        held: count,
        cards: z.array(boardCard),
        next: z.string().nullable(),
      }),
    ),
    mayLimit: z.boolean().meta({ description: 'Whether the reader may set limits' }),
  })
  .meta({ id: 'Board' });

/** A stage in an address. */
export const limitAddress = z.strictObject({ stage });

/** How many projects a stage should hold at most; null for no limit. */
export const limitBody = z.strictObject({ most: z.number().int().min(1).max(10_000).nullable() });

/** The limit as it is now. */
export const limitSaved = z.object({ most: count.nullable(), version: count }).meta({ id: 'BoardLimit' });

/** What moving a project to each other stage would ask of the reader. */
export const projectMoves = z
  .object({
    rev: count,
    items: z.array(
      z.object({
        to: z.string(),
        way: z.enum(['project', 'call', 'refused', 'theirs', 'clock', 'over', 'back', 'skips']),
        command: z.string().optional().meta({ description: 'The command whose form leads there' }),
        roles: z.array(z.string()).optional().meta({ description: 'Whose step it is' }),
        why: z.string().optional(),
        sentence: z.string().optional().meta({ description: 'The rule’s own sentence' }),
        because: refusalReason.optional(),
      }),
    ),
  })
  .meta({ id: 'ProjectMoves' });
