import { exportWordsEn } from './export/export-words.en';
import { exportWordsZhCn } from './export/export-words.zh-cn';

type Language = 'en' | 'zh-CN';
type Values = Record<string, string | number | readonly string[]>;
type Words = Record<string, readonly [zh: string, en: string]>;

const roles: Words = {
  LEAD: ['牵头单位', 'lead'],
  HOST: ['承建单位', 'host'],
  PARTICIPANT: ['参与单位', 'participant'],
  ENTERPRISE: ['合作企业', 'enterprise'],
  MINISTRY: ['主管部门', 'ministry'],
  SUPPORTER: ['支持单位', 'supporter'],
};
const types: Words = {
  'milestone-date': ['里程碑日期', 'date of a milestone'],
  duration: ['建设期', 'duration of the construction'],
  'project-leader': ['项目负责人', 'project leader'],
  'expiry-renewal': ['谅解备忘录期限', 'term of the MoU'],
  title: ['项目名称', 'title'],
  scope: ['建设内容', 'scope'],
  site: ['建设地点', 'site'],
  'budget-shift': ['预算', 'budget'],
  'partner-in': ['合作方加入', 'a partner joins'],
  'partner-out': ['合作方退出', 'a partner leaves'],
  lead: ['牵头单位', 'lead institution'],
  'early-end': ['提前终止', 'early end'],
};
/** Words for the codes of a value, by its name. */
const wordsOf: Record<string, Words> = { role: roles, roles, types };

function countryOf(code: string, language: Language): string {
  return (language === 'zh-CN' ? exportWordsZhCn : exportWordsEn).countries[code] ?? code;
}

/** The word of a code, by the name of the value that holds it. */
function wordOf(name: string, code: string, language: Language): string {
  if (name === 'country' || name === 'countries') return countryOf(code, language);
  return wordsOf[name]?.[code]?.[language === 'zh-CN' ? 0 : 1] ?? code;
}

/** The values of a refusal with words for the codes that people have other names for; anything else stands for itself. */
export function valuesInWords(values: Values, language: Language): Values {
  const said = (name: string, value: Values[string]): Values[string] => {
    if (typeof value === 'string') return wordOf(name, value, language);
    return typeof value === 'number' ? value : value.map((one) => wordOf(name, one, language));
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(name, value)]));
}
