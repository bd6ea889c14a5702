import { applyCall, context, facts, person } from '../spec-kit';
import type { CallCommand } from './call.commands';
import type { CallState, RankedLine } from './call.state';

/** People of the specs' call. */
export const callPeople = {
  head: person('head', 'SH'),
  deputy: person('deputy', 'SH'),
  officer: person('officer', 'CO'),
  chair: person('chair', 'CH'),
  councilChair: person('cc', 'CC'),
  clock: { kind: 'system' },
} as const;

/** The council of the specs: its chair and three members. */
export const council = Object.fromEntries(['cc', 'm1', 'm2', 'm3'].map((id) => [id, facts(id, { roles: id === 'cc' ? ['CC'] : ['CM'] })]));

const createCall: Extract<CallCommand, { type: 'CreateCall' }> = {
  type: 'CreateCall',
  payload: {
    code: 'LMGF-2025',
    programme: 'LMGF',
    year: 2025,
    opensAt: '2025-06-03T00:00:00.000Z',
    closesAt: '2025-08-31T09:00:00.000Z',
    policyVersion: 1,
  },
};

/** A draft call, or one that stands where a spec says. For specs only. */
export function aCall(change: Partial<CallState> = {}): CallState {
  const draft = applyCall(undefined, createCall, context('2025-05-01T00:00:00.000Z', callPeople.head, { entityId: 'call-1' }));
  return { ...draft, ...change };
}

/** A line of the ranking with 80 of 100 points, in Laos. */
export function rankedLine(projectId: string, list: RankedLine['list'], change: Partial<RankedLine> = {}): RankedLine {
  return {
    projectId,
    applicationRef: `A-${projectId}`,
    rank: 1,
    sumHalfPoints: 480,
    count: 3,
    hostCountry: 'LA',
    fieldCode: 'LOG',
    centreCandidate: false,
    list,
    tieBrokenBy: [],
    ...change,
  };
}
