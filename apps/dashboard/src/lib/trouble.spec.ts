import { ApiProblem } from './problem';
import { troubleOf } from './trouble';

describe('an error', () => {
  it.each<[string, unknown, boolean, string]>([
    ['a session that ended', new ApiProblem({ status: 401, code: 'NOT_SIGNED_IN' }), true, 'signedOut'],
    ['what somebody may not see', new ApiProblem({ status: 403, code: 'FORBIDDEN' }), true, 'hidden'],
    ['what is not there, or not for him', new ApiProblem({ status: 404, code: 'NOT_FOUND' }), true, 'hidden'],
    ['a rule’s refusal', new ApiProblem({ status: 409, code: 'X' }), true, 'refused'],
    ['a proxy without our server', new ApiProblem({ status: 502 }), true, 'unreachable'],
    ['our server without its database', new ApiProblem({ status: 503, code: 'UNAVAILABLE' }), true, 'refused'],
    ['a request that found no server', new TypeError('Failed to fetch'), true, 'unreachable'],
    ['a request without network', new TypeError('Failed to fetch'), false, 'offline'],
    ['a page of a version that is gone', new TypeError('Failed to fetch dynamically imported module: /a.js'), true, 'outdated'],
    ['a page that was not loaded for want of a network', new TypeError('Importing a module script failed.'), false, 'offline'],
    ['a mistake of ours', new TypeError('x is undefined'), true, 'broken'],
    ['something thrown that is no error', 'x', true, 'broken'],
  ])('says what can be done: %s', (_what, error, online, trouble) => {
    expect(troubleOf(error, online)).toBe(trouble);
  });
});
