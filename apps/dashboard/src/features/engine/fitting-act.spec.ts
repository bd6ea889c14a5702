import { sameTroubles } from './fitting-act';

const found = (code: string, id: string) => ({
  ...{ code, entityKind: 'project' as const, entityId: id, reference: null, values: {} },
  ...{ foundAt: '2026-01-01T00:00:00.000Z', seenAt: '2026-01-01T00:00:00.000Z' },
});

describe('a trouble that several projects have', () => {
  it('is put right for all at once where one repair fits it', () => {
    expect(sameTroubles([found('SHELL_MISSING', 'a'), found('SHELL_MISSING', 'b'), found('HALTED', 'a')])).toEqual([
      {
        code: 'SHELL_MISSING',
        act: 'restart',
        entities: [
          { kind: 'project', id: 'a' },
          { kind: 'project', id: 'b' },
        ],
      },
    ]);
  });

  it('is decided one by one where it needs a reset or a person’s word on each mail', () => {
    const items = ['TASK_FAILING', 'MAILS_UNCERTAIN'].flatMap((code) => [found(code, 'a'), found(code, 'b')]);
    expect(sameTroubles(items)).toEqual([]);
  });

  it('is taken in portions of 200', () => {
    const items = Array.from({ length: 230 }, (_, no) => found('COMMAND_WAITS', String(no)));
    expect(sameTroubles(items)[0]?.entities).toHaveLength(200);
  });
});
