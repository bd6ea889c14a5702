import type { Effect } from '../shared/decision';
import type { CallEvent } from './call.events';
import type { CallState, DecidedLine } from './call.state';

function to(id: string, type: string, payload: unknown): Effect {
  return { target: { kind: 'project', id }, command: { type, payload } };
}

function decided(line: DecidedLine, index: number, decidedAt: string, after: CallState): Effect {
  if (line.decision === 'approve') return to(line.projectId, 'ProposeProject', { decidedAt, asCentre: line.asCentre });
  if (line.decision === 'reserve') return to(line.projectId, 'PlaceOnReserve', { decidedAt, order: index + 1 });
  const list = after.proposal?.lines.find((l) => l.projectId === line.projectId)?.list === 'D' ? 'D' : 'C';
  return to(line.projectId, 'RejectProject', { decidedAt, list });
}

/** What a call tells its projects. */
export function callEffects(event: CallEvent, after: CallState): Effect[] {
  switch (event.type) {
    case 'CallClosed':
      return event.applications.map((id) => to(id, 'FreezeApplication', { closedAt: event.closedAt }));
    case 'ApplicationCounted':
      return event.late ? [to(event.projectId, 'FreezeApplication', { closedAt: event.closedAt ?? after.closesAt })] : [];
    case 'RankingFixed':
      return event.lines.map((l) =>
        to(l.projectId, 'RecordRank', { rank: l.rank, sumHalfPoints: l.sumHalfPoints, count: l.count, list: l.list }),
      );
    case 'ProposalDecided': {
      const reserves = event.lines.filter((l) => l.decision === 'reserve');
      return event.lines.map((l) => decided(l, reserves.indexOf(l), event.at, after));
    }
    case 'PublicNoticeStarted':
      return approved(after).map((l) => to(l.projectId, 'StartNotice', { startedOn: event.startedOn, endsAt: event.endsAt }));
    case 'PublicNoticeEnded':
      return approved(after).map((l) => to(l.projectId, 'EndNotice', { endedAt: event.at }));
    case 'ProjectsAnnounced':
      return event.lines.map((l) =>
        to(l.projectId, 'AnnounceDecision', {
          announcedAt: event.at,
          announcedOn: event.announcedOn,
          ...(l.projectRef === undefined ? {} : { projectRef: l.projectRef }),
        }),
      );
    default:
      return [];
  }
}

function approved(state: CallState): DecidedLine[] {
  return (state.decision?.lines ?? []).filter((l) => l.decision === 'approve');
}
