import { minutesMs, shareOf, valueProblem, type ValueRule } from './value-rules';

describe('shares', () => {
  it.each([
    ['50%', 50, 100],
    ['2/3', 2, 3],
    ['100%', 100, 100],
    ['0%', 0, 100],
  ])('%s is %i of %i', (text, numerator, denominator) => {
    expect(shareOf(text)).toEqual({ numerator, denominator });
  });

  it.each(['', '101%', '3/2', '1/0', '0.5', '-1%', '2 / 3', '1000/1001'])('%p is none', (text) => {
    expect(shareOf(text)).toBeUndefined();
  });
});

describe('minutes', () => {
  it('are milliseconds', () => {
    expect(minutesMs('30min')).toBe(1_800_000);
    expect(minutesMs('0min')).toBe(0);
    expect(minutesMs('30')).toBeUndefined();
    expect(minutesMs('1h')).toBeUndefined();
  });
});

describe('valueProblem', () => {
  const days: ValueRule = { kind: 'period', units: ['wd', 'd'], min: 2, max: 10 };
  const halves: ValueRule = { kind: 'number', unit: 'points', min: 0, max: 100, step: 0.5 };
  const hundredths: ValueRule = { kind: 'number', unit: 'part', min: 0.1, max: 1, step: 0.01 };
  const choice: ValueRule = { kind: 'choice', of: ['none', 'next'] };
  const subset: ValueRule = { kind: 'subset', of: ['a', 'b', 'c'], min: 1 };
  const minutes: ValueRule = { kind: 'minutes', min: 5, max: 60 };
  const text: ValueRule = { kind: 'text', maxLength: 5 };

  it.each<[ValueRule, unknown]>([
    [days, '2wd'],
    [days, '10d'],
    [halves, 0],
    [halves, 99.5],
    [hundredths, 0.6],
    [hundredths, 0.29],
    [hundredths, 1],
    [choice, 'next'],
    [subset, ['c', 'a']],
    [minutes, '5min'],
    [minutes, '60min'],
    [text, '[澜湄]'],
    [{ kind: 'boolean' }, false],
    [{ kind: 'share' }, '2/3'],
    [{ kind: 'monthDay' }, '03-31'],
    [{ kind: 'monthDayTime' }, '08-31T17:00'],
    [{ kind: 'time' }, '00:00'],
    [{ kind: 'time' }, '23:59'],
    [{ kind: 'zone' }, 'Asia/Yangon'],
    [{ kind: 'weights' }, { need: 40, plan: 60 }],
  ])('%j takes %j', (rule, value) => {
    expect(valueProblem(rule, value)).toBeUndefined();
  });

  it.each<[ValueRule, unknown, string]>([
    [days, '1wd', 'OUT_OF_BOUNDS'],
    [days, '11d', 'OUT_OF_BOUNDS'],
    [days, '5mo', 'UNKNOWN_CHOICE'],
    [days, '5 days', 'WRONG_FORM'],
    [days, 5, 'WRONG_TYPE'],
    [halves, 100.5, 'OUT_OF_BOUNDS'],
    [halves, -0.5, 'OUT_OF_BOUNDS'],
    [halves, 0.25, 'WRONG_FORM'],
    [halves, '60', 'WRONG_TYPE'],
    [halves, Number.NaN, 'WRONG_TYPE'],
    [hundredths, 0.605, 'WRONG_FORM'],
    [choice, 'prev', 'UNKNOWN_CHOICE'],
    [choice, null, 'WRONG_TYPE'],
    [subset, 'a', 'WRONG_TYPE'],
    [subset, ['d'], 'UNKNOWN_CHOICE'],
    [subset, [1], 'UNKNOWN_CHOICE'],
    [subset, ['a', 'a'], 'REPEATED_CHOICE'],
    [subset, [], 'TOO_FEW'],
    [minutes, '4min', 'OUT_OF_BOUNDS'],
    [minutes, '61min', 'OUT_OF_BOUNDS'],
    [minutes, '5', 'WRONG_FORM'],
    [text, '', 'WRONG_FORM'],
    [text, 'longer', 'WRONG_FORM'],
    [text, 'a\r\nb', 'WRONG_FORM'],
    [{ kind: 'boolean' }, 'true', 'WRONG_TYPE'],
    [{ kind: 'share' }, '3/2', 'WRONG_FORM'],
    [{ kind: 'monthDay' }, '02-29', 'WRONG_FORM'],
    [{ kind: 'monthDay' }, '2-3', 'WRONG_FORM'],
    [{ kind: 'monthDayTime' }, '08-31 17:00', 'WRONG_FORM'],
    [{ kind: 'monthDayTime' }, '08-32T17:00', 'WRONG_FORM'],
    [{ kind: 'monthDayTime' }, '08-31T24:00', 'WRONG_FORM'],
    [{ kind: 'time' }, '24:00', 'WRONG_FORM'],
    [{ kind: 'zone' }, 'Asia/Hanoi', 'WRONG_FORM'],
    [{ kind: 'weights' }, 5, 'WRONG_TYPE'],
    [{ kind: 'weights' }, null, 'WRONG_TYPE'],
    [{ kind: 'weights' }, [1], 'WRONG_TYPE'],
    [{ kind: 'weights' }, {}, 'TOO_FEW'],
    [{ kind: 'weights' }, { 'a.b': 1 }, 'WRONG_FORM'],
    [{ kind: 'weights' }, { a: 0 }, 'OUT_OF_BOUNDS'],
    [{ kind: 'weights' }, { a: 1.5 }, 'OUT_OF_BOUNDS'],
    [{ kind: 'weights' }, { a: 2000 }, 'OUT_OF_BOUNDS'],
  ])('%j refuses %j: %s', (rule, value, problem) => {
    expect(valueProblem(rule, value)).toBe(problem);
  });
});
