import { activityFailure, OlderCode, passes, RuleFailure, sqlState } from './activity-failures';

/** A database error as TypeORM wraps it. */
function queryFailed(code: string): Error {
  return Object.assign(new Error('query failed: insert into person values (secret)'), { driverError: { code } });
}

describe('whether a failure passes by itself', () => {
  it.each([['08006'], ['40001'], ['40P01'], ['53300'], ['57P01'], ['55P03'], ['42703']])('%s does', (code) => {
    expect(passes(queryFailed(code))).toBe(true);
  });

  it.each([['23505'], ['22P02'], ['22021'], ['23503'], ['P0001']])('%s does not', (code) => {
    expect(passes(queryFailed(code))).toBe(false);
  });

  it('counts a lost connection, and nothing that a rule threw', () => {
    expect(passes(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))).toBe(true);
    expect(passes(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(passes(new RuleFailure('decide', new Error('Connection of two dates')))).toBe(false);
    expect(passes(new TypeError('x is not a function'))).toBe(false);
  });

  it('reads the state of a wrapped error', () => {
    expect(sqlState(queryFailed('23505'))).toBe('23505');
    expect(sqlState(new Error('no'))).toBeUndefined();
  });
});

describe('what an activity ends with', () => {
  it('lets a newer worker take what is beyond this build', () => {
    expect(activityFailure(new OlderCode('x'), 99)).toMatchObject({ type: 'OLDER_CODE', nonRetryable: false });
  });

  it('gives up at once when a rule threw', () => {
    expect(activityFailure(new RuleFailure('decide', new Error('bug')), 1)).toMatchObject({ type: 'DECIDE_FAILED', nonRetryable: true });
  });

  it('tries five times what the database refuses for good, and for ever what passes', () => {
    expect(activityFailure(queryFailed('23505'), 4)).toMatchObject({ nonRetryable: false });
    expect(activityFailure(queryFailed('23505'), 5)).toMatchObject({ type: 'COMMIT_FAILED', nonRetryable: true });
    expect(activityFailure(queryFailed('57P01'), 500)).toMatchObject({ type: 'DATABASE_AWAY', nonRetryable: false });
  });

  it('never tells what stood in a row', () => {
    expect(activityFailure(queryFailed('23505'), 5).message).not.toContain('secret');
  });
});
