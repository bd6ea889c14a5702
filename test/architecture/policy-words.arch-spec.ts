import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayKinds, ladderKeys, policyKeys } from '@app/domain';
import { policySource, policySourcesZhCn } from '../../libs/platform/src/catalogues/policy-sources';
import { policyWords } from '../../libs/platform/src/catalogues/policy/policy-words';
import { projectRoot } from './planted-tree';

type Words = Record<string, unknown>;

function wordsOf(language: string, file: string): Words {
  return JSON.parse(readFileSync(join(projectRoot, `apps/dashboard/src/i18n/${language}/${file}.json`), 'utf8')) as Words;
}

function at(words: Words, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as Words | undefined)?.[part], words);
}

const rules = Object.values(policyKeys).map(({ rule }) => rule);

describe.each(['zh-CN', 'en'] as const)('the words of the policy in %s', (language) => {
  const policy = wordsOf(language, 'later/policy');
  const lacking = (paths: readonly string[]): string[] => paths.filter((path) => typeof at(policy, path) !== 'string');

  it('name every key and the section it stands in', () => {
    expect(lacking(Object.keys(policyKeys).flatMap((key) => [`policy.keys.${key}`, `policy.sections.${key.split('.')[0] ?? ''}`]))).toEqual(
      [],
    );
  });

  it('are the same on pages and in exported files', () => {
    const { keys, periods } = policyWords[language];
    expect(Object.keys(keys).sort()).toEqual(Object.keys(policyKeys).sort());
    expect(Object.entries(keys).filter(([key, name]) => at(policy, `policy.keys.${key}`) !== name)).toEqual([]);
    for (const [unit, words] of Object.entries(periods))
      for (const form of ['one', 'other'] as const)
        expect(words[form]).toBe(String(at(policy, `policy.periods.${unit}_${form}`)).replace('{{count}}', '{count}'));
  });

  it('name every row of the ladder', () => {
    const { ladders } = wordsOf(language, 'terms') as { ladders: Words };
    expect(ladderKeys.filter((key) => typeof ladders[key] !== 'string')).toEqual([]);
  });

  it('name every choice and every unit', () => {
    const choices = rules.flatMap((rule) => ('of' in rule ? rule.of : [])).map((one) => `policy.choices.${one}`);
    const units = rules
      .flatMap((rule) => ('unit' in rule ? [rule.unit.replace(/[^a-z0-9]+/gi, '-')] : []))
      .map((one) => `policy.units.${one}_other`);
    const periods = rules
      .flatMap((rule) => ('units' in rule ? rule.units : []))
      .flatMap((one) => [`policy.unitNames.${one}`, `policy.periods.${one}_other`]);
    expect(lacking([...choices, ...units, ...periods])).toEqual([]);
  });

  it('name every kind of listed day', () => {
    const calendars = wordsOf(language, 'later/calendars');
    expect(dayKinds.filter((kind) => typeof at(calendars, `calendars.kinds.${kind}`) !== 'string')).toEqual([]);
  });
});

describe('where the values of a policy come from', () => {
  const sources = [...new Set(Object.values(policyKeys).map(({ source }) => source))];

  it('is said in Chinese for every key, and nothing is said that no key names', () => {
    expect(Object.keys(policySourcesZhCn).sort()).toEqual(sources.sort());
    expect(sources.filter((one) => !/[\u4e00-\u9fff]/.test(policySource(one, 'zh-CN')))).toEqual([]);
  });

  it('begins with a capital in English', () => {
    expect(sources.map((one) => policySource(one, 'en')).filter((one) => /^[a-z]/.test(one))).toEqual([]);
  });
});
