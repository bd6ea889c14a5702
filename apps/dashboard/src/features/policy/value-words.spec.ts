import type { TFunction } from 'i18next';
import { isLadderRow, keyName, periodParts, sectionOf, stepOf, stepParts, stepText, stepWays, valueText } from './value-words';

/** Tells key and values instead of a sentence. */
const t = ((key: string, values?: Record<string, number>) =>
  values?.['count'] === undefined ? key : `${key}:${String(values['count'])}`) as unknown as TFunction;

describe('values of a policy in words', () => {
  it.each([
    [{ kind: 'period', units: ['wd'] }, '10wd', 'policy.periods.wd:10'],
    [{ kind: 'period', units: ['wd'] }, 'ten', 'ten'],
    [{ kind: 'minutes' }, '30min', 'policy.periods.min:30'],
    [{ kind: 'number', unit: 'part of 1' }, 0.6, 'policy.units.part-of-1:0.6'],
    [{ kind: 'boolean' }, true, 'policy.yes'],
    [{ kind: 'choice' }, 'none', 'policy.choices.none'],
    [{ kind: 'subset' }, ['zh', 'en'], 'policy.choices.zhpolicy.commapolicy.choices.en'],
    [{ kind: 'monthDay' }, '03-31', '31 March'],
    [{ kind: 'monthDayTime' }, '08-31T17:00', '31 August 17:00'],
    [{ kind: 'monthDay' }, 'soon', 'soon'],
    [{ kind: 'text' }, '<b>=1+1</b>', '<b>=1+1</b>'],
    [{ kind: 'weights' }, { need: 15 }, 'criteria.need 15'],
    [undefined, undefined, 'policy.noValue'],
  ])('%j: %j is %s', (rule, value, words) => {
    expect(valueText(rule, value, t, 'en-GB')).toBe(words);
  });

  it('a ladder row is told step by step', () => {
    const row = { calendar: 'contract', steps: [{ step: 't-7', level: 'L0', to: ['owner'] }] };
    expect(isLadderRow(row)).toBe(true);
    expect(valueText(undefined, row, t, 'en')).toBe('policy.stepLine\npolicy.countedBy');
  });

  it('steps are taken apart and put together again', () => {
    for (const step of ['t-7', '+3', 'wd-5', 'day+60']) {
      const parts = stepParts(step);
      expect(parts === undefined ? '' : stepOf(parts.way, parts.count)).toBe(step);
    }
    expect(stepWays).toHaveLength(4);
    expect(stepText('whenever', t)).toBe('whenever');
  });

  it('keys have names and sections', () => {
    expect([keyName('ladder.draft', t), keyName('check.officer', t), sectionOf('check.officer')]).toEqual([
      'ladders.draft',
      'policy.keys.check.officer',
      'check',
    ]);
    expect(periodParts(5)).toBeUndefined();
  });
});
