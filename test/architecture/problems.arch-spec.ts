import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calendarFaultCodes,
  contradictionReasons,
  groundsOf,
  mailGroundsOf,
  mailRefusals,
  textFindingCodes,
  valueProblems,
  violationCodes,
} from '@app/domain';
import { wire } from '@app/workflows';
import { apiCodes, statusOf } from '../../apps/api/src/errors/problem-catalog';
import { obstacleCodes } from '../../apps/api/src/project/thought';
import { groundCatalogues, groundSentence } from '../../libs/platform/src/catalogues/grounds';
import { lineFaultCodes } from '../../libs/platform/src/files/calendar-file';
import { problemCatalogues, problemSentence, spokenLanguages } from '../../libs/platform/src/catalogues/problem-sentences';
import { projectRoot } from './planted-tree';

/** What may be wrong with one field of a body or a query; these stand inside a problem and have no status of their own. */
const validation = ['errors/validation.ts', 'http/cursor.ts']
  .map((file) => readFileSync(join(projectRoot, 'apps/api/src', file), 'utf8'))
  .join('\n');
/** What may be wrong with a value of a policy, or with several together. */
const policyCodes = [...valueProblems, ...contradictionReasons, 'UNKNOWN_KEY'];
/** What may be wrong with a listed day, or with a line of a file. */
const calendarCodes = [...calendarFaultCodes, ...lineFaultCodes];
const fieldCodes = [
  ...policyCodes,
  ...calendarCodes,
  // What is to be put right in the words of a mail.
  ...textFindingCodes,
  // What speaks against an act that was only thought of.
  ...obstacleCodes,
  ...wire.shapeCodes,
  ...[...validation.matchAll(/'([A-Z]+_[A-Z_]+)'/g)].map((match) => match[1] ?? ''),
];
const codes: string[] = [...new Set<string>([...violationCodes, ...apiCodes])].sort();

describe('the grounds of refusals', () => {
  const ofMails = mailRefusals.flatMap((code) => mailGroundsOf(code)?.ground ?? []);
  const used = [...new Set([...violationCodes.map((code) => groundsOf(code, 'Any').ground), ...ofMails])].sort();

  it.each(spokenLanguages)('are all said in %s, and none that no refusal rests on', (language) => {
    expect(Object.keys(groundCatalogues[language]).sort()).toEqual(used);
    for (const ground of used) {
      const says = groundSentence(ground, language);
      expect([ground, /[\u4e00-\u9fff]/.test(says), /[.。]$/.test(says)]).toEqual([ground, language === 'zh-CN', true]);
    }
  });
});

describe('the catalogue of problems', () => {
  it.each(spokenLanguages)('says every refusal and every answer of the API in %s, and nothing that no one asks', (language) => {
    expect(Object.keys(problemCatalogues[language]).sort()).toEqual([...new Set([...codes, ...fieldCodes])].sort());
  });

  it.each(codes)('%s has a status of its own kind and reads well without its values', (code) => {
    const status = statusOf(code);
    expect(status >= 400 && status < 600).toBe(true);
    for (const language of spokenLanguages) {
      const { says, todo } = problemSentence(code, language);
      expect(`${says} ${todo}`).not.toMatch(/[{}[\]]|undefined|\s{2}/);
      expect(says).toMatch(/[.。!！?？]$/);
    }
  });

  it('answers a refusal of a rule as the fault of nobody: never 5xx', () => {
    expect(violationCodes.filter((code) => statusOf(code) >= 500)).toEqual([]);
  });
});
