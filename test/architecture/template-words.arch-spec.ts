import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notificationKinds } from '@app/domain';
import { textValuesOf } from '@app/mail';
import { templateGroups } from '../../apps/dashboard/src/features/templates/words';
import { projectRoot } from './planted-tree';

type Words = Record<string, Record<string, unknown>>;

it('every kind of mail stands in one part of the list of words', () => {
  expect(Object.values(templateGroups).flat().sort()).toEqual([...notificationKinds].sort());
});

describe.each(['zh-CN', 'en'])('the page of words in %s', (language) => {
  const { templates } = JSON.parse(readFileSync(join(projectRoot, `apps/dashboard/src/i18n/${language}/later/templates.json`), 'utf8')) as {
    templates: Words;
  };

  it('explains every placeholder that a mail may use, and no other', () => {
    const names = new Set(notificationKinds.flatMap((kind) => textValuesOf(kind).map(({ name }) => name)));
    expect(Object.keys(templates['values'] ?? {}).sort()).toEqual([...names].sort());
  });

  it('names every part of the list', () => {
    expect(Object.keys(templates['groups'] ?? {}).sort()).toEqual(Object.keys(templateGroups).sort());
  });
});
