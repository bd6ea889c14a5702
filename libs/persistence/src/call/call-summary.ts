import type { CallState } from '@app/domain';
import { deadlineColumns } from '../ledger/summary-deadline';
import { upsertRow } from '../ledger/upsert';
import type { SummarySource } from '../project/project-summary';
import type { Sql } from '../sql';
import { taskColumns } from '../task/task-columns';

/** The row of a call in lists; derived from the ledger alone. */
export function callSummaryRow(source: SummarySource<CallState>): Record<string, unknown> & { id: string } {
  const { state, view, rev, updatedAt, roomId } = source;
  return {
    id: state.id,
    rev,
    code: state.code,
    programme: state.programme,
    year: state.year,
    sub_state: state.subState,
    opens_at: state.opensAt,
    closes_at: state.closesAt,
    policy_version: state.policyVersion,
    applications: state.applications.length,
    notice_ends_at: state.noticeEndsAt,
    announced_on: state.announcedOn,
    ...deadlineColumns(state.deadlines),
    ...taskColumns(state),
    closed: view.closed,
    clock: state.clock,
    room_id: roomId,
    since: state.since,
    updated_at: updatedAt,
  };
}

/** Writes a call's summary. */
export async function writeCallSummary(tx: Sql, source: SummarySource<CallState>): Promise<void> {
  await upsertRow(tx, 'call_summary', callSummaryRow(source));
}
