import { commandIdOf } from './command-id';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('the id of a command of a run', () => {
  it('is the same for the same run and project, and another for another of either', async () => {
    const ids = await Promise.all([commandIdOf('a', 'p'), commandIdOf('a', 'p'), commandIdOf('b', 'p'), commandIdOf('a', 'q')]);
    expect(ids[0]).toMatch(uuid);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });
});
