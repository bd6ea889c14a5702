/** A file that breaks a checked convention, as a test plants it. */
export interface PlantedHabit {
  /** Rule that must report it. */
  rule: string;
  /** What the file does wrong, in words. */
  wrong: string;
  path: string;
  source: string;
}

const lines = (count: number, line: string): string =>
  Array.from({ length: count }, (_, index) => line.replaceAll('#', String(index))).join('\n');

const inDomain: PlantedHabit[] = [
  { rule: 'no-restricted-properties', wrong: 'asks for the time', path: 'libs/domain/src/a-now.ts', source: 'const a = Date.now();' },
  { rule: 'no-restricted-syntax', wrong: 'makes the date of today', path: 'libs/domain/src/b-today.ts', source: 'const a = new Date();' },
  { rule: 'no-restricted-properties', wrong: 'throws dice', path: 'libs/domain/src/c-dice.ts', source: 'const a = Math.random();' },
  {
    rule: 'no-restricted-globals',
    wrong: 'asks for a zone',
    path: 'libs/domain/src/d-zone.ts',
    source: 'const a = Intl.DateTimeFormat();',
  },
  { rule: 'no-restricted-globals', wrong: 'writes to the console', path: 'libs/domain/src/e-print.ts', source: 'console.log(1);' },
  {
    rule: 'no-restricted-syntax',
    wrong: 'sorts as the machine does',
    path: 'libs/domain/src/f-sort.ts',
    source: "const a = 'a'.localeCompare('b');",
  },
  {
    rule: '@typescript-eslint/switch-exhaustiveness-check',
    wrong: 'forgets a case of a union',
    path: 'libs/domain/src/g-switch.ts',
    source: "const f = (a: 'x' | 'y') => {\n  switch (a) {\n    case 'x':\n      return 1;\n  }\n  return 2;\n};",
  },
];

const inWorkflows: PlantedHabit[] = [
  {
    rule: 'no-restricted-globals',
    wrong: 'reads the environment',
    path: 'libs/workflows/src/h-env.ts',
    source: 'const a = process.env.HOME;',
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'throws a plain Error',
    path: 'libs/workflows/src/i-throw.ts',
    source: "const a = () => {\n  throw new Error('x');\n};",
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'an async validator',
    path: 'libs/workflows/src/j-validator.ts',
    source:
      'declare function setHandler(a: string, b: () => void, c: object): void;\nsetHandler("a", () => {}, { validator: async () => { await Promise.resolve(); } });',
  },
  {
    rule: '@typescript-eslint/no-misused-promises',
    wrong: 'an async validator by name',
    path: 'libs/workflows/src/k-validator.ts',
    source:
      "import { defineUpdate, setHandler } from '@temporalio/workflow';\nconst validator = async (): Promise<void> => Promise.resolve();\nsetHandler(defineUpdate('a'), () => {}, { validator });",
  },
  {
    rule: '@typescript-eslint/no-restricted-imports',
    wrong: 'takes an activity by value',
    path: 'libs/workflows/src/l-activity.ts',
    source: "import { commit } from './entity/entity.activities';\nconst a = commit;",
  },
  {
    rule: '@typescript-eslint/no-restricted-imports',
    wrong: 'makes random ids',
    path: 'libs/workflows/src/m-uuid.ts',
    source: "import { uuid4 } from '@temporalio/workflow';\nconst a = uuid4();",
  },
];

const inApps: PlantedHabit[] = [
  {
    rule: 'no-restricted-properties',
    wrong: 'reads the environment',
    path: 'apps/api/src/n-env.ts',
    source: 'const a = process.env.HOME;',
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'saves a row blindly',
    path: 'libs/persistence/src/o-save.ts',
    source: 'declare const repository: { save(): void };\nrepository.save();',
  },
  { rule: 'no-restricted-syntax', wrong: 'declares an enum', path: 'apps/api/src/p-enum.ts', source: 'enum A {\n  b,\n}\nconst a = A.b;' },
  {
    rule: 'no-restricted-syntax',
    wrong: 'declares a base class',
    path: 'apps/api/src/q-base.ts',
    source: 'abstract class A {}\nconst a = A;',
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    wrong: 'forgets a promise',
    path: 'apps/api/src/r-promise.ts',
    source: 'const f = async () => Promise.resolve(1);\nf();',
  },
  {
    rule: '@typescript-eslint/return-await',
    wrong: 'returns a promise out of its try',
    path: 'apps/api/src/s-return.ts',
    source: 'const g = async () => {\n  try {\n    return Promise.resolve(1);\n  } catch {\n    return 2;\n  }\n};',
  },
  { rule: '@typescript-eslint/no-explicit-any', wrong: 'says any', path: 'apps/api/src/t-any.ts', source: 'const a: any = 1;' },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    wrong: 'imports a type as a value',
    path: 'apps/api/src/u-type.ts',
    source: "import { Buffer } from 'node:buffer';\nconst a = (b: Buffer) => b.length;",
  },
  {
    rule: '@typescript-eslint/explicit-module-boundary-types',
    wrong: 'exports a function without types',
    path: 'apps/api/src/v-types.ts',
    source: '/** Says one. */\nexport function one() {\n  return 1;\n}',
  },
  { rule: 'gongfang/documented-export', wrong: 'exports without a word', path: 'apps/api/src/w-doc.ts', source: 'export const a = 1;' },
  {
    rule: 'gongfang/documented-export',
    wrong: 'documents with an empty comment',
    path: 'apps/api/src/x-doc.ts',
    source: '/** */\nexport const a = 1;',
  },
  { rule: 'gongfang/kebab-case-file-name', wrong: 'a name in camel case', path: 'apps/api/src/yFile.ts', source: 'const a = 1;' },
  {
    rule: 'gongfang/no-section-banner',
    wrong: 'a section banner',
    path: 'apps/api/src/z-banner.ts',
    source: '// ---------- part one ----------\nconst a = 1;',
  },
  { rule: 'no-warning-comments', wrong: 'puts it off', path: 'apps/api/src/aa-later.ts', source: '// TODO finish\nconst a = 1;' },
  { rule: 'max-lines', wrong: 'a long file', path: 'apps/api/src/ab-long.ts', source: lines(301, 'const a# = #;') },
  {
    rule: 'max-lines-per-function',
    wrong: 'a long function',
    path: 'apps/api/src/ac-long.ts',
    source: `const f = () => {\n${lines(60, '  f();')}\n};`,
  },
  {
    rule: 'complexity',
    wrong: 'a maze',
    path: 'apps/api/src/ad-maze.ts',
    source: `const f = (a: number) => {\n${lines(10, '  if (a === #) return #;')}\n  return a;\n};`,
  },
  {
    rule: '@typescript-eslint/max-params',
    wrong: 'a constructor of six',
    path: 'apps/api/src/ae-six.ts',
    source: 'class A {\n  constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1) {\n    [a, b, c, d, e, f].at(0);\n  }\n}\nconst a = A;',
  },
  {
    rule: 'max-lines-per-function',
    wrong: 'a component of 121 lines',
    path: 'apps/dashboard/src/components/af-component.tsx',
    source: `const f = () => {\n${lines(119, '  f();')}\n};`,
  },
  {
    rule: 'react-hooks/rules-of-hooks',
    wrong: 'a hook under a condition',
    path: 'apps/dashboard/src/components/ag-hook.tsx',
    source: "import { useState } from 'react';\nfunction Field({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}",
  },
  {
    rule: 'gongfang/no-plain-text',
    wrong: 'a sentence in a component',
    path: 'apps/dashboard/src/components/al-sentence.tsx',
    source: 'const f = () => <p>Nothing found</p>;',
  },
  {
    rule: 'gongfang/no-plain-text',
    wrong: 'a name for screen readers in a component',
    path: 'apps/dashboard/src/components/am-label.tsx',
    source: 'const f = () => <button aria-label="Close" />;',
  },
];

const inTests: PlantedHabit[] = [
  {
    rule: 'no-restricted-syntax',
    wrong: 'sleeps',
    path: 'test/e2e/ah.e2e-spec.ts',
    source: "declare function sleep(n: number): Promise<void>;\nit('x', async () => {\n  await sleep(10);\n});",
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'waits by a timer',
    path: 'libs/domain/src/ai.spec.ts',
    source: "it('x', async () => {\n  await new Promise((go) => setTimeout(go, 10));\n});",
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'waits in the browser',
    path: 'test/browser/aj.browser-spec.ts',
    source:
      "declare const page: { waitForTimeout(n: number): Promise<void> };\nit('x', async () => {\n  await page.waitForTimeout(10);\n});",
  },
  {
    rule: 'gongfang/max-test-lines',
    wrong: 'an endless test',
    path: 'test/e2e/ak.e2e-spec.ts',
    source: `it('x', () => {\n${lines(60, '  expect(#).toBe(#);')}\n});`,
  },
];

/** For each checked convention a file that must be reported. */
export const plantedHabits: PlantedHabit[] = [...inDomain, ...inWorkflows, ...inApps, ...inTests];

/** Files that come close to a rule without breaking it; none may be reported under that rule. */
export const innocentHabits: PlantedHabit[] = [
  {
    rule: 'no-restricted-globals',
    wrong: 'zone.ts may ask for a zone',
    path: 'libs/domain/src/calendar/zone.ts',
    source: 'const a = Intl.DateTimeFormat();',
  },
  {
    rule: 'no-restricted-syntax',
    wrong: 'a date of an argument',
    path: 'libs/domain/src/al-date.ts',
    source: 'const f = (at: string) => new Date(at);',
  },
  {
    rule: 'no-restricted-properties',
    wrong: 'the one reader of the environment',
    path: 'libs/platform/src/config/am.ts',
    source: 'const a = process.env.HOME;',
  },
  { rule: 'max-lines', wrong: 'a long migration', path: 'libs/persistence/src/migrations/an.ts', source: lines(301, 'const a# = #;') },
  {
    rule: 'max-lines-per-function',
    wrong: 'a long describe body',
    path: 'libs/domain/src/ao.spec.ts',
    source: `describe('x', () => {\n${lines(70, "  it('a#', () => expect(#).toBe(#));")}\n});`,
  },
  {
    rule: 'gongfang/kebab-case-file-name',
    wrong: 'a catalogue named by its language',
    path: 'libs/platform/src/catalogues/zh-CN.ts',
    source: 'const a = 1;',
  },
  {
    rule: 'gongfang/no-plain-text',
    wrong: 'signs, keys of sentences and the name of the product',
    path: 'apps/dashboard/src/components/ap-signs.tsx',
    source: 'const f = (t: (key: string) => string) => <p title={t("a.b")} className="wide">← · Gongfang 工坊 {t("a.c")}</p>;',
  },
];
