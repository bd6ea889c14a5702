import { askedContacts, type ProjectState, type ViewOfState } from '@app/domain';
import { deadlineColumns, ownerColumns } from '../ledger/summary-deadline';
import { writeProjectReports } from './project-reports';
import { upsertRow } from '../ledger/upsert';
import type { Sql } from '../sql';
import { taskColumns } from '../task/task-columns';

/** Where a summary comes from: the folded state and the last entry of the ledger. */
export interface SummarySource<S> {
  state: S;
  view: ViewOfState;
  rev: number;
  /** When the last entry happened, in the entity's own time. */
  updatedAt: string;
  roomId: string | null;
}

/** Expert assignments that let a person see the file. */
const seeing: ReadonlySet<string> = new Set(['invited', 'accepted', 'declared', 'done']);

function partyColumns(state: ProjectState): Record<string, unknown> {
  const organizationOf = (role: string): string | undefined => state.parties.find((party) => party.role === role)?.organizationId;
  return {
    lead_organization_id: organizationOf('LEAD'),
    host_organization_id: organizationOf('HOST'),
    organization_ids: unique(state.parties.map((party) => party.organizationId)),
    contact_ids: unique([state.startedBy, ...state.contacts.map((contact) => contact.personId), ...askedContacts(state)]),
    expert_ids: unique(state.review.assignments.filter((one) => seeing.has(one.state)).map((one) => one.expertId)),
  };
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)].sort();
}

/** The row of a project in lists and on the board; derived from the ledger alone. */
export function projectSummaryRow(source: SummarySource<ProjectState>): Record<string, unknown> & { id: string } {
  const { state, view, rev, updatedAt, roomId } = source;
  return {
    id: state.id,
    rev,
    reference: state.projectRef ?? state.applicationRef,
    application_ref: state.applicationRef,
    project_ref: state.projectRef,
    call_id: state.callId,
    call_code: state.callCode,
    programme: state.programme,
    year: state.year,
    stage: state.stage,
    sub_state: state.subState,
    outcome: state.outcome,
    closed: view.closed,
    held: state.hold?.kind,
    overlays: view.overlays,
    host_country: state.hostCountry,
    field_code: state.fieldCode,
    type: state.type,
    demonstration_centre: state.demonstrationCentre,
    rank: state.approval.rank,
    frozen_at: state.frozenAt,
    accepted_at: state.check.acceptedAt,
    officer_id: state.officerId,
    started_by: state.startedBy,
    ...partyColumns(state),
    ...deadlineColumns(state.deadlines),
    ...ownerColumns(state.deadlines),
    ...taskColumns(state),
    clock: state.clock,
    room_id: roomId,
    policy_version: state.policyVersion,
    since: state.since,
    started_at: state.startedAt,
    updated_at: updatedAt,
  };
}

/** Writes a project's summary. */
export async function writeProjectSummary(tx: Sql, source: SummarySource<ProjectState>): Promise<void> {
  await upsertRow(tx, 'project_summary', projectSummaryRow(source));
  await writeProjectReports(tx, source.state);
}
