import { entityOf, wakeCommandId, workflowIdOf } from './entity-ids';

describe('workflow ids of entities', () => {
  it.each(['project', 'call'] as const)('are built and parsed for a %s', (kind) => {
    const entity = { kind, id: '0199-1' };
    expect(workflowIdOf(entity)).toBe(`${kind}/0199-1`);
    expect(entityOf(workflowIdOf(entity))).toEqual(entity);
  });

  it.each(['mail-desk/0', 'project/', 'project', '', 'conductor/x'])('do not parse from %j', (id) => {
    expect(entityOf(id)).toBeUndefined();
  });

  it('give a wake-up the same id wherever it is made', () => {
    expect(wakeCommandId({ kind: 'call', id: 'c1' }, 4, 1_700)).toBe('Wake/c1/4/1700');
  });
});
