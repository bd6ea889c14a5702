import { planText, type Calendars, type Policy, type ProjectState } from '@app/domain';
import { sha256 } from './hash-chain';

/**
 * What a project's plan is, as one short text: lower-case hexadecimal sha-256 over `planText`. A prediction keeps it, and whoever carries the prediction out
 * compares it with the plan of the state that followed, under the policy that the state then names.
 */
export function planHash(state: ProjectState, policy: Policy, calendars: Calendars): string {
  return sha256(planText(state, policy, calendars));
}
