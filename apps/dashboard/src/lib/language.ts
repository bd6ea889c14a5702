/** Languages in which the dashboard is complete. */
export const completeLanguages = ['zh-CN', 'en'] as const;

/** Languages of partners, begun with what they see; what is missing is shown in English, marked as such. */
export const begunLanguages = ['lo', 'th', 'km', 'my', 'vi'] as const;

/** Languages to choose from. */
export const languages = [...completeLanguages, ...begunLanguages] as const;

/** A language of the dashboard. */
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Record<Language, string> = {
  'zh-CN': '简体中文',
  en: 'English',
  lo: 'ລາວ',
  th: 'ไทย',
  km: 'ខ្មែរ',
  my: 'မြန်မာ',
  vi: 'Tiếng Việt',
};

const key = 'gongfang.language';

/** Whether a language is only begun. */
export function isBegun(language: string): boolean {
  return begunLanguages.some((one) => one === language);
}

/** The language a person chose here before, else the browser's where the dashboard is complete in it, else English. The country never decides. */
export function chosenLanguage(): Language {
  const stored = readStored();
  if (stored !== undefined) return stored;
  return navigator.languages.some((one) => one.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

/** Remembers a choice on this device. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** Whether somebody chose a language on this device. */
export function hasChosenLanguage(): boolean {
  return readStored() !== undefined;
}

function readStored(): Language | undefined {
  const stored = localStorage.getItem(key);
  return languages.find((one) => one === stored);
}
