import type { BulkRowResult, BulkWorkRow, CommandOutcome } from '@app/persistence';

/** What is to be done about a row, or what became of it. */
export type RowMove = 'send' | 'await' | 'confirm' | BulkRowResult;

/**
 * What the stored commands of a row say. A project that has moved on since the list was frozen is left alone, unless it was this run that moved it.
 * @param confirms whether a second person has approved the run and so confirms what becomes a proposal
 */
export function moveOfRow(row: BulkWorkRow, confirms: boolean): RowMove {
  if (row.status === null) return beforeSending(row);
  if (row.outcome === null) return 'await';
  const result = resultOf(row.outcome, row.events);
  if (result.state !== 'proposed' || !confirms) return result;
  if (row.confirmStatus === null) return 'confirm';
  if (row.confirmOutcome === null) return 'await';
  const confirmed = resultOf(row.confirmOutcome, null);
  // Refused to the second person, it stays a proposal, and says why.
  return confirmed.state === 'applied' ? confirmed : { ...confirmed, state: 'proposed' };
}

function beforeSending({ rev, halted, expectedRev }: BulkWorkRow): RowMove {
  if (rev === null) return { state: 'failed', code: 'UNKNOWN_OBJECT' };
  if (halted) return { state: 'failed', code: 'HALTED' };
  return expectedRev !== null && expectedRev !== rev ? changed(expectedRev, rev) : 'send';
}

function changed(expectedRev: number, rev: number): BulkRowResult {
  return { state: 'changed', code: 'STALE_REVISION', values: { expectedRev, currentRev: rev }, revAfter: rev };
}

function resultOf(outcome: CommandOutcome, foreseen: readonly string[] | null): BulkRowResult {
  if (outcome.status === 'failed') return { state: 'failed', code: outcome.code, values: { incident: outcome.incident } };
  const { rev } = outcome;
  if (outcome.status === 'refused') {
    const { code, values } = outcome.violation;
    return { state: code === 'STALE_REVISION' ? 'changed' : 'refused', code, ...(values === undefined ? {} : { values }), revAfter: rev };
  }
  if (outcome.events.includes('ProposalMade')) return { state: 'proposed', revAfter: rev };
  const same = foreseen === null || [...foreseen].sort().join() === [...outcome.events].sort().join();
  return { state: 'applied', revAfter: rev, ...(same ? {} : { code: 'OTHER_EVENTS', values: { events: outcome.events } }) };
}
