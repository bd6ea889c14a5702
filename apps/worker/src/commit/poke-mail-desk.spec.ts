import { waitFor } from '../../../../test/support/wait-for';
import { pokerOf } from './poke-mail-desk';

function listener(): { told: number[]; poke: (atMs: number) => void } {
  const told: number[] = [];
  return { told, poke: pokerOf((atMs) => Promise.resolve(told.push(atMs))) };
}

describe('poking the mail desk', () => {
  it('tells of a mail that stands alone at once', () => {
    const { told, poke } = listener();
    poke(500);
    expect(told).toEqual([500]);
  });

  it('tells of many mails once, for the earliest of them, and loses none', async () => {
    const { told, poke } = listener();
    for (const atMs of [500, 900, 300, 700]) poke(atMs);
    await waitFor(() => told.length === 2);
    poke(800);
    await waitFor(() => told.length === 3);
    expect(told).toEqual([500, 300, 800]);
  });
});
