import { nextTry, type SendFailure, type TryHistory } from './retry-time';

const now = '2026-03-03T03:00:00.000Z';
const history: TryHistory = { key: 'k', attempts: 1, firstTriedAt: now, now };

function told(failure: Partial<SendFailure>, more: Partial<TryHistory> = {}): string {
  const next = nextTry({ bodyOnItsWay: false, ...failure }, { ...history, ...more });
  if (next.is === 'final') return next.addressRefused ? 'final, address refused' : 'final, time is over';
  const minutes = Math.floor((Date.parse(next.at) - Date.parse(more.now ?? now)) / 60_000);
  return next.is === 'uncertain' ? 'uncertain' : `${next.word} ${minutes} min`;
}

describe('what follows from a failure', () => {
  it.each<[string, Partial<SendFailure>, RegExp]>([
    ['unknown recipient', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, /^final, address refused$/],
    ['mailbox name not allowed', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 553 }, /^final, address refused$/],
    ['refused after DATA', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, /^final, address refused$/],
    [
      'greylisted: the library says the same as for unknown',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 },
      /^temporary-failure 1[01] min$/,
    ],
    ['busy', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 421 }, /^temporary-failure 1[01] min$/],
    ['local error', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, /^temporary-failure 1[01] min$/],
    ['mailbox full', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, /^temporary-failure 1[01] min$/],
    ['no usable address', { code: 'EENVELOPE', command: 'API' }, /^final, address refused$/],
    ['no such name', { code: 'EDNS', command: 'CONN' }, /^temporary-failure 0 min$/],
    ['no TLS', { code: 'ETLS' }, /^temporary-failure 0 min$/],
    ['connection refused', { code: 'ESOCKET', command: 'CONN' }, /^temporary-failure 0 min$/],
    ['no greeting', { code: 'ETIMEDOUT', command: 'CONN' }, /^temporary-failure 0 min$/],
    ['dropped before the body', { code: 'ECONNECTION', command: 'CONN' }, /^temporary-failure 0 min$/],
    ['dropped after the body', { code: 'ECONNECTION', command: 'CONN', bodyOnItsWay: true }, /^uncertain$/],
    ['login refused', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, /^technical-failure 6\d min$/],
    ['login asked for', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }, /^technical-failure 6\d min$/],
    ['no login configured', { code: 'ENOAUTH' }, /^technical-failure 6\d min$/],
    ['wrong configuration', { code: 'ECONFIG' }, /^technical-failure 6\d min$/],
    ['proxy', { code: 'EPROXY' }, /^technical-failure 6\d min$/],
    ['server without TLS where it is required', { code: 'EREQUIRETLS' }, /^technical-failure 6\d min$/],
    [
      'our sender refused: not the reader’s fault',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
      /^technical-failure 6\d min$/,
    ],
    ['our server refused at the door', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, /^technical-failure 6\d min$/],
    ['nothing known at all', {}, /^temporary-failure 0 min$/],
  ])('%s', (_, failure, answer) => {
    expect(told(failure)).toMatch(answer);
  });

  it('waits 10 s, doubling to one hour, for the network', () => {
    const waits = [1, 2, 5, 9, 40].map((attempts) => {
      const next = nextTry({ code: 'ESOCKET', bodyOnItsWay: false }, { ...history, attempts });
      return next.is === 'again' ? Math.floor((Date.parse(next.at) - Date.parse(now)) / 1_000) : -1;
    });
    const floors = [10, 20, 160, 2_560, 3_600];
    waits.forEach((wait, i) => {
      expect(wait).toBeGreaterThanOrEqual(floors[i] ?? 0);
      expect(wait).toBeLessThanOrEqual((floors[i] ?? 0) * 1.1);
    });
  });

  it('ends after three days, but never a mail that our own fault holds back', () => {
    const later = { now: '2026-03-06T03:00:00.000Z' };
    expect(told({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, later)).toBe('final, time is over');
    expect(told({ code: 'ESOCKET', bodyOnItsWay: true }, later)).toBe('final, time is over');
    expect(told({ code: 'EAUTH', responseCode: 535 }, later)).toMatch(/^technical-failure/);
  });

  it('is the same for the same mail and try, and spreads different ones', () => {
    const at = (key: string): string => JSON.stringify(nextTry({ responseCode: 450, bodyOnItsWay: false }, { ...history, key }));
    expect(at('a')).toBe(at('a'));
    expect(new Set(Array.from({ length: 20 }, (_, i) => at(String(i)))).size).toBeGreaterThan(15);
  });
});
