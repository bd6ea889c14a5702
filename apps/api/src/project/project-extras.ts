import {
  criteriaBelowMinimum,
  criterionMeans,
  fundable,
  projectScore,
  sheetTotal,
  type Occurrence,
  type Policy,
  type ProjectState,
} from '@app/domain';
import { recipientsByIds, type Sql } from '@app/persistence';
import { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';

const exact = z.object({ sumHalfPoints: z.number(), count: z.number().int() });

/** How the sheets that are in add up, by the rubric and the thresholds of the project's own policy. */
export const scoring = z
  .object({
    weights: z.record(z.string(), z.number()),
    totals: z.record(z.string(), z.number()).meta({ description: 'Half points by expert, valid sheets only' }),
    means: z.record(z.string(), exact),
    score: z.object({ sumHalfPoints: z.number(), count: z.number().int(), trimmed: z.boolean() }),
    rangeHalfPoints: z.number(),
    criterionMinimum: z.string(),
    fundableFrom: z.number(),
    centreFrom: z.number(),
    divergenceRange: z.number(),
    minValidScores: z.number().int(),
    belowMinimum: z.array(z.string()),
    fundable: z.boolean(),
  })
  .meta({ id: 'Scoring' });

/** What comes next of an open deadline if nobody acts. */
export const following = z
  .object({
    rule: z.string(),
    object: z.string(),
    kind: z.enum(['reminder', 'escalation', 'consequence']),
    at: z.string().meta({ format: 'date-time' }),
    to: z.array(z.string()),
    level: z.string().optional(),
    consequence: z.string().optional(),
  })
  .meta({ id: 'Following' });

/** Addresses by person, the first one first; with whether it refused our mail. */
export const mailAddresses = z.record(z.string(), z.array(z.object({ address: z.string(), refused: z.boolean() })));

/** How the valid sheets add up (mean after trimming, plain means per criterion, exact); nothing while none is in. */
export function scoringOf({ review }: ProjectState, policy: Policy['review']): z.output<typeof scoring> | undefined {
  const sheets = review.sheets.filter((sheet) => sheet.valid);
  if (sheets.length === 0) return undefined;
  const totals = sheets.map(sheetTotal);
  const { weights, criterionMinimum, fundableFrom, centreFrom, divergenceRange, minValidScores } = policy;
  return {
    ...{ weights, criterionMinimum, fundableFrom, centreFrom, divergenceRange, minValidScores },
    totals: Object.fromEntries(sheets.map((sheet) => [sheet.expertId, sheetTotal(sheet)])),
    means: criterionMeans(sheets, policy),
    score: projectScore(totals, policy),
    rangeHalfPoints: Math.max(...totals) - Math.min(...totals),
    belowMinimum: criteriaBelowMinimum(sheets, policy),
    fundable: sheets.length >= minValidScores && fundable(sheets, policy),
  };
}

/** The next reminder or escalation and the next consequence of each open deadline. */
export function followingOf(plan: readonly Occurrence[]): z.output<typeof following>[] {
  const seen = new Set<string>();
  return plan.flatMap(({ rule, object, kind, at, to, level, consequence }) => {
    const key = `${rule}/${object}/${kind === 'consequence' ? kind : 'mail'}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const more = { ...(level === undefined ? {} : { level }), ...(consequence === undefined ? {} : { consequence }) };
    return [{ rule, object, kind, at, to, ...more }];
  });
}

/** Mail addresses of everybody a project names, for the Secretariat only. */
export async function addressesOf(
  db: Sql,
  person: SignedIn,
  { contacts, review, officerId }: ProjectState,
): Promise<z.output<typeof mailAddresses>> {
  if (!holdsOneOf(person, ['CO', 'SH', 'AR', 'AD'])) return {};
  const named = [...contacts.map((one) => one.personId), ...review.assignments.map((one) => one.expertId)];
  const ids = [...new Set(officerId === undefined ? named : [...named, officerId])];
  return Object.fromEntries(
    (await recipientsByIds(db, ids)).map(({ personId, addresses }) => [
      personId,
      addresses.map(({ address, bounced }) => ({ address, refused: bounced })),
    ]),
  );
}
