import { nextActionOf } from './next-action';

const about = { entityKind: 'project', entityId: 'p1' } as const;

describe('the next action of a finding', () => {
  it('opens the entity in the repair console where the engine is at fault', () => {
    expect(nextActionOf({ kind: 'SHELL_MISSING', ...about })).toEqual({
      to: '/administration/repair',
      search: { kind: 'project', entity: 'p1' },
      words: 'repair',
    });
  });

  it('leads to the outbox, the mails and the ledger where these are', () => {
    const to = (['OUTBOX_UNCLAIMED', 'MAIL_UNRECORDED', 'LEDGER_BROKEN'] as const).map((kind) => nextActionOf({ kind, ...about })?.to);
    expect(to).toEqual(['/administration/outbox', '/mails', '/administration/ledger']);
  });

  it('leads to the repair console for a mail that only the mail server knows: histories may know it, too', () => {
    const lost = nextActionOf({ kind: 'MAIL_UNRECORDED', entityKind: null, entityId: null });
    expect(lost).toEqual({ to: '/administration/repair', search: {}, words: 'repair' });
  });

  it('is left to the sentence where only the server can help', () => {
    expect(nextActionOf({ kind: 'WORKER_ABSENT', entityKind: null, entityId: null })).toBeUndefined();
  });
});
