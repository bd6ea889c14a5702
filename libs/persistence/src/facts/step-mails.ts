import type { ProjectState, StepMails } from '@app/domain';
import type { EntityKey } from '../ledger/entry-body';
import type { Sql } from '../sql';

interface Aim {
  rule: string;
  object: string;
}

/** A mail whose sending was cut off may have arrived, though its row waits to be sent again. */
const fate = `CASE WHEN state = 'created' AND result->>'word' = 'uncertain' THEN 'uncertain' ELSE state END`;

/** The deadline that a command about planned mails aims at; an intervention names its own. */
export function aimOf(state: ProjectState, payload: Partial<Aim> & { interventionId?: string }): Aim | undefined {
  const { rule, object, interventionId } = payload;
  if (rule !== undefined && object !== undefined) return { rule, object };
  const deadline = state.deadlines.find((d) => d.interventions?.some((one) => one.interventionId === interventionId));
  return deadline === undefined ? undefined : { rule: deadline.ladder, object: deadline.object };
}

/**
 * What became of the mails of a deadline's issued steps. The rows are locked for the rest of the transaction, so that no desk takes a mail between this
 * answer and the decision that rests on it.
 */
export async function stepMailsOf(db: Sql, { kind, id }: EntityKey, { rule, object }: Aim): Promise<StepMails[]> {
  const rows = await db.query<{ step: string; series: number; state: string }[]>(
    `SELECT intent->>'step' AS step, (intent->>'series')::int AS series, ${fate} AS state FROM outbox
      WHERE kind = 'mail' AND entity_kind = $1 AND entity_id = $2 AND intent->>'rule' = $3 AND intent->>'object' = $4 ORDER BY id FOR UPDATE`,
    [kind, id, rule, object],
  );
  return counted(rows);
}

/** The same of all deadlines of an entity, by `rule/object`, for pages: nothing is locked. */
export async function allStepMails(db: Sql, { kind, id }: EntityKey): Promise<Map<string, StepMails[]>> {
  const rows = await db.query<{ aim: string; step: string; series: number; state: string }[]>(
    `SELECT (intent->>'rule') || '/' || (intent->>'object') AS aim, intent->>'step' AS step, (intent->>'series')::int AS series, ${fate} AS state FROM outbox
      WHERE kind = 'mail' AND entity_kind = $1 AND entity_id = $2 AND notification IN ('reminder', 'escalation')`,
    [kind, id],
  );
  const byAim = new Map<string, typeof rows>();
  for (const row of rows) byAim.set(row.aim, [...(byAim.get(row.aim) ?? []), row]);
  return new Map([...byAim].map(([aim, own]) => [aim, counted(own)]));
}

const leaving: ReadonlySet<string> = new Set(['claimed', 'sending', 'sent', 'uncertain']);

function counted(rows: { step: string; series: number; state: string }[]): StepMails[] {
  const byStep = new Map<string, StepMails>();
  for (const { step, series, state } of rows) {
    const key = `${step}/${series}`;
    const known = byStep.get(key) ?? { step, series, waiting: 0, left: 0 };
    byStep.set(key, { ...known, waiting: known.waiting + Number(state === 'created'), left: known.left + Number(leaving.has(state)) });
  }
  return [...byStep.values()];
}
