import { callTogether } from './call-together';

describe('calls made together', () => {
  it('asks once for all that come in one turn, and once for all that come while it is asked', async () => {
    const calls: string[][] = [];
    let answer: (() => void) | undefined;
    const ask = callTogether<{ id: string }>(async (items) => {
      calls.push(items.map(({ id }) => id));
      if (calls.length === 1) await new Promise<void>((resolve) => (answer = resolve));
      return new Set(items.map(({ id }) => id));
    });
    const first = [ask({ id: 'a' }), ask({ id: 'b' })];
    while (answer === undefined) await new Promise((resolve) => setImmediate(resolve));
    const second = [ask({ id: 'c' }), ask({ id: 'd' })];
    answer();
    await expect(Promise.all([...first, ...second])).resolves.toEqual([true, true, true, true]);
    expect(calls).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('tells each asker whether it was done for him', async () => {
    const ask = callTogether<{ id: string }>((items) => Promise.resolve(new Set(items.map(({ id }) => id).filter((id) => id !== 'lost'))));
    await expect(Promise.all([ask({ id: 'kept' }), ask({ id: 'lost' })])).resolves.toEqual([true, false]);
  });

  it('fails for all of a call that failed, and goes on with the next', async () => {
    let tries = 0;
    const ask = callTogether<{ id: string }>((items) => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error('away')) : Promise.resolve(new Set(items.map(({ id }) => id)));
    });
    const results = await Promise.allSettled([ask({ id: 'a' }), ask({ id: 'b' })]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(ask({ id: 'a' })).resolves.toBe(true);
  });
});
