import { EntitySlots } from './entity-slots';

describe('slots of an entity', () => {
  it('let eight run at once and the others in order of arrival', async () => {
    const slots = new EntitySlots();
    const started: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 10 }, (_, no) =>
      slots.run('project/a', async () => {
        started.push(no);
        await new Promise<void>((end) => ends.push(end));
      }),
    );
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    ends[3]?.();
    await all[3];
    expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    ends[0]?.();
    await all[0];
    expect(started.at(-1)).toBe(9);
    ends.forEach((end) => end());
    await Promise.all(all);
  });

  it('do not wait for another entity, and are given back after a failure', async () => {
    const slots = new EntitySlots();
    for (let no = 0; no < 20; no++) await expect(slots.run('project/a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    await expect(slots.run('project/b', () => Promise.resolve(1))).resolves.toBe(1);
  });
});
