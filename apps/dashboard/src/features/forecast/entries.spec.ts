import type { Forecast } from '../../lib/forecast';
import { byMonth, entriesOf } from './entries';

type Item = Forecast['items'][number];

const because = { startOn: '2026-01-15', period: '20wd', set: ['CN'], dueOn: '2026-02-11', skipped: [], worked: [], provisionalYears: [] };

function item(step: string, at: string, more: Partial<Item> = {}): Item {
  const occurrence = {
    key: `kickOff/-/${step}`,
    ...{ rule: 'kickOff', object: '-', step, series: 1, at, kind: 'reminder' as const, level: 'L0', to: ['owner'], owner: { role: 'PL' } },
    ...{ dueOn: '2026-02-11', because, policyKey: 'ladder.kickOff', cancelledBy: 'done.kickOff' },
  };
  return {
    at,
    occurrence,
    events: [],
    notifications: [{ kind: 'reminder', to: ['owner'], copy: [] }],
    mails: [],
    ends: 'Hold it.',
    possible: [],
    ...more,
  };
}

const mail = (sendAt: string): Item['mails'][number] => ({
  ...{ personId: 'p', name: '杨晓东', latinName: 'Yang Xiaodong', role: 'owner', copy: false, language: 'zh-CN' },
  ...{ country: 'CN', zone: 'Asia/Shanghai', sendAt },
});

describe('the mails of a forecast', () => {
  it('stand in the order in which they leave, those that wait among those that are planned and those that were left out', () => {
    const waiting = {
      ...{ notification: 'mou-in-force', class: 'letter', rule: 'mou-in-force', object: '-', step: 'x', series: 1 },
      ...{ dueOn: null, because: null, policyKey: null, article: null, level: null, ends: null, possible: [] },
      mails: [mail('2026-01-16T03:00:00.000Z')],
    };
    const { occurrence } = item('t-7.L0', '2026-02-04T01:00:00.000Z');
    const entries = entriesOf({ items: [item('t-2.L0', '2026-02-09T01:00:00.000Z')], waiting: [waiting], skipped: [occurrence] });
    expect(entries.map((one) => [one.state, one.letter])).toEqual([
      ['waiting', true],
      ['skipped', false],
      ['planned', false],
    ]);
    expect(byMonth(entries, (at) => at.slice(0, 7)).map(([month, list]) => [month, list.length])).toEqual([
      ['2026-01', 1],
      ['2026-02', 2],
    ]);
  });

  it('leave when the first of their readers gets his', () => {
    const mails = [mail('2026-02-04T03:00:00.000Z'), mail('2026-02-04T02:30:00.000Z')];
    expect(entriesOf({ items: [item('t-7.L0', '2026-02-04T01:00:00.000Z', { mails })], waiting: [], skipped: [] })[0]?.at).toBe(
      '2026-02-04T02:30:00.000Z',
    );
  });

  it('of the clock are shown where they tell somebody', () => {
    const { level: _step, ...occurrence } = item('end.amber', '2026-03-01T00:00:00.000Z').occurrence;
    const silent = { ...item('x', '2026-03-01T00:00:00.000Z'), occurrence: { ...occurrence, kind: 'consequence' as const } };
    const told = { ...silent, mails: [mail('2026-03-01T03:00:00.000Z')], events: [{ type: 'X', sentence: 'It is late.' }] };
    expect(entriesOf({ items: [silent, told], waiting: [], skipped: [] }).map((one) => [one.state, one.sentences])).toEqual([
      ['follows', ['It is late.']],
    ]);
  });
});
