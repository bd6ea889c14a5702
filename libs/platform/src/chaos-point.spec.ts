import { parseChaosOrder } from './chaos-point';

describe('the order for a chaos point', () => {
  it('names a point and what happens there', () => {
    expect(parseChaosOrder('commit.in-tx=kill', '/tmp/marker')).toEqual({
      point: 'commit.in-tx',
      kill: true,
      waitMs: 0,
      markerFile: '/tmp/marker',
    });
    expect(parseChaosOrder('commit.in-tx=wait:250', undefined)).toMatchObject({ kill: false, waitMs: 250 });
  });

  it.each([[undefined], [''], ['commit.in-tx'], ['commit.in-tx=die'], ['=kill'], ['x=wait:-1']])('is none for %p', (text) => {
    expect(parseChaosOrder(text, undefined)).toBeUndefined();
  });
});
