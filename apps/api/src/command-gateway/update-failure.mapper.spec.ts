import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { handoverOf } from './update-failure.mapper';

const refusedBy = (failure: Error): WorkflowUpdateFailedError => new WorkflowUpdateFailedError('refused', failure);

describe('a failed handover', () => {
  it('is final when the sender had seen an older revision', () => {
    const error = refusedBy(ApplicationFailure.nonRetryable('expected revision 3', 'STALE_REVISION'));
    expect(handoverOf(error)).toEqual({ kind: 'stale', message: 'expected revision 3' });
  });

  it('leaves the command pending when the queue is full', () => {
    expect(handoverOf(refusedBy(ApplicationFailure.nonRetryable('100 waiting', 'BUSY')))).toEqual({ kind: 'left', why: 'BUSY' });
  });

  it.each([
    ['a deadline', new WorkflowUpdateRPCTimeoutOrCancelledError('too late')],
    ['a refused connection', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 })],
    ['a failure without code', refusedBy(new Error('bug'))],
    ['something that is no error', 'gone'],
  ])('leaves the command pending after %s', (_what, error) => {
    expect(handoverOf(error).kind).toBe('left');
  });
});
