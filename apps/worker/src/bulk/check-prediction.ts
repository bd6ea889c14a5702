import type { ProjectState } from '@app/domain';
import { calendarVersion, findHead, planHash, type BulkRowResult, type BulkWorkRow, type RuleData, type Sql } from '@app/persistence';

/** What comparing needs. */
export interface PredictionTools {
  db: Sql;
  ruleData: RuleData;
}

/**
 * Compares what somebody has foreseen of a row with the plan after the act, under the policy that the project then names. A project that has moved on since
 * says nothing of the act. A row with another plan is applied all the same, and named.
 */
export async function checkedResult({ db, ruleData }: PredictionTools, row: BulkWorkRow, result: BulkRowResult): Promise<BulkRowResult> {
  if (result.state !== 'applied' || row.expected === null) return result;
  const head = await findHead(db, { kind: 'project', id: row.entityId });
  if (head === undefined || head.rev !== result.revAfter) return result;
  const state = head.state as ProjectState;
  const policy = await ruleData.policy(db, state.policyVersion);
  const planned = planHash(state, policy, await ruleData.calendars(db, await calendarVersion(db), policy));
  if (planned === row.expected.planHash) return result;
  return { ...result, code: 'PREDICTION_DIFFERS', values: { foreseen: row.expected.planHash, planned } };
}
