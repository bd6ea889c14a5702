import { isDatabaseAway } from './database-away';

const withCode = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('the database is away', () => {
  it.each(['ECONNREFUSED', '57P01', '08006', '53300'])('after the code %s', (code) => {
    expect(isDatabaseAway(withCode(code))).toBe(true);
  });

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Connection terminated due to connection timeout',
  ])('after "%s"', (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  });

  it.each([withCode('23505'), withCode('22P05'), new Error('syntax error'), 'gone', undefined])('but not after %s', (error) => {
    expect(isDatabaseAway(error)).toBe(false);
  });
});
