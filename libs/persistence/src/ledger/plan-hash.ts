import { planText, projectDecider, type Calendars, type Policy, type ProjectEvent, type ProjectState } from '@app/domain';
import { calendarVersion } from '../calendar/calendar-reader';
import type { RuleData } from '../facts/rule-data';
import type { Sql } from '../sql';
import { sha256 } from './hash-chain';
import { bodiesOf } from './ledger-entries';

/**
 * What a project's plan is, as one short text: lower-case hexadecimal sha-256 over `planText`. A prediction keeps it, and whoever carries the prediction out
 * compares it with the plan of the state that followed, under the policy that the state then names.
 */
export function planHash(state: ProjectState, policy: Policy, calendars: Calendars): string {
  return sha256(planText(state, policy, calendars));
}

/**
 * The hash of a project's plan as it was at a revision, folded from its ledger: what has happened since, a reminder that was due at once, does not count.
 * Nothing when the project had no such revision.
 */
export async function planHashAt(db: Sql, ruleData: RuleData, projectId: string, rev: number): Promise<string | undefined> {
  const bodies = (await bodiesOf(db, { kind: 'project', id: projectId })).filter((body) => body.rev <= rev);
  const events = bodies.flatMap((body) => body.events) as ProjectEvent[];
  const state = events.reduce<ProjectState | undefined>((one, event) => projectDecider.evolve(one, event), undefined);
  if (state === undefined || bodies.at(-1)?.rev !== rev) return undefined;
  const policy = await ruleData.policy(db, state.policyVersion);
  return planHash(state, policy, await ruleData.calendars(db, await calendarVersion(db), policy));
}
