import { callFacts } from '../spec-kit';
import { pastMoment, type PastEntry } from './past-moment';

const started = {
  type: 'ApplicationStarted',
  projectId: 'project-1',
  ...{ callId: callFacts.callId, callCode: callFacts.code, programme: callFacts.programme, year: callFacts.year },
  ...{ policyVersion: 1, clock: { kind: 'real' }, startedBy: 'lead', at: '2025-06-10T02:00:00.000Z' },
};
const assigned = { type: 'OfficerAssigned', officerId: 'officer', at: '2025-06-11T02:00:00.000Z' };
const entries: PastEntry[] = [
  { rev: 1, occurredAt: '2025-06-10T02:00:00.000Z', events: [started] },
  { rev: 2, occurredAt: '2025-06-11T02:00:00.000Z', events: [assigned] },
  { rev: 3, occurredAt: '2025-06-12T02:00:00.000Z', events: [{ ...assigned, officerId: 'other' }] },
];

describe('a past moment of a project', () => {
  it('is what its ledger says up to an entry, and lasts until the next one', () => {
    expect(pastMoment(entries, { rev: 2 })).toMatchObject({
      ...{ rev: 2, from: '2025-06-11T02:00:00.000Z', until: '2025-06-12T02:00:00.000Z' },
      state: { officerId: 'officer' },
    });
  });

  it('is found by an instant: what stood then, to the very instant of an entry', () => {
    expect(pastMoment(entries, { at: '2025-06-11T01:59:59.999Z' })?.state.officerId).toBeUndefined();
    expect(pastMoment(entries, { at: '2025-06-11T02:00:00.000Z' })?.rev).toBe(2);
  });

  it('lasts still where no entry followed', () => {
    expect(pastMoment(entries, { at: '2030-01-01T00:00:00.000Z' })).not.toHaveProperty('until');
  });

  it('is nothing before the first entry, after an entry that does not exist, and where nothing had begun', () => {
    expect(pastMoment(entries, { at: '2025-06-01T00:00:00.000Z' })).toBeUndefined();
    expect(pastMoment(entries, { rev: 4 })).toBeUndefined();
    expect(pastMoment([{ rev: 1, occurredAt: '2025-06-10T02:00:00.000Z', events: [] }], { rev: 1 })).toBeUndefined();
  });
});
