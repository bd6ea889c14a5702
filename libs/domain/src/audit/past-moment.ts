import { evolveProject } from '../project/project.evolve';
import type { ProjectEvent } from '../project/project.events';
import type { ProjectState } from '../project/project.state';
import type { Instant } from '../shared/local-date';

/** What of a ledger entry says where a project stood after it. */
export interface PastEntry {
  rev: number;
  occurredAt: Instant;
  events: readonly { type: string }[];
}

/** A past moment: after an entry, or an instant of the project's own time. */
export type Moment = { rev: number } | { at: Instant };

/** Where a project stood at a moment. */
export interface PastMoment {
  state: ProjectState;
  rev: number;
  /** Since when it stood so. */
  from: Instant;
  /** When the next entry changed it; nothing while it still stands so. */
  until?: Instant;
}

/** Folds a project's ledger up to a moment; nothing for a moment before its first entry, or after an entry that does not exist. */
export function pastMoment(entries: readonly PastEntry[], moment: Moment): PastMoment | undefined {
  const last = entries.findLastIndex((entry) => ('rev' in moment ? entry.rev === moment.rev : entry.occurredAt <= moment.at));
  const entry = entries[last];
  if (entry === undefined) return undefined;
  const events = entries.slice(0, last + 1).flatMap((one) => one.events) as ProjectEvent[];
  const state = events.reduce<ProjectState | undefined>((before, event) => evolveProject(before, event), undefined);
  if (state === undefined) return undefined;
  const next = entries[last + 1];
  return { state, rev: entry.rev, from: entry.occurredAt, ...(next === undefined ? {} : { until: next.occurredAt }) };
}
