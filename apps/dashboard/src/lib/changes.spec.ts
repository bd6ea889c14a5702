import { changesByOthers, type HistoryEntry } from './changes';

const entry = (rev: number, personId: string | undefined, sentences: string[] = ['x']): HistoryEntry => ({
  rev,
  command: 'C',
  actor: personId === undefined ? { kind: 'system' } : { kind: 'person', personId, name: personId },
  reason: null,
  occurredAt: '2026-01-01T00:00:00Z',
  recordedAt: '2026-01-01T00:00:00Z',
  events: sentences.map((sentence) => ({ type: 'E', sentence })),
});

describe('what changed under an open form', () => {
  it('is what others and the clock did since it was opened, the newest first; not one’s own, not what left no trace', () => {
    const history = [entry(3, 'li'), entry(4, 'me'), entry(5, undefined), entry(6, 'li', []), entry(7, 'chen'), entry(2, 'chen')];
    expect(changesByOthers(history, 2, 'me').map((one) => one.rev)).toEqual([7, 5, 3]);
    expect(changesByOthers(history, 7, 'me')).toEqual([]);
  });
});
