/** Languages in which the dashboard is complete. */
export const languages = ['zh-CN', 'en'] as const;

/** A language of the dashboard. */
export type Language = (typeof languages)[number];

const key = 'gongfang.language';

/** The language a person chose here before, else the browser's, else English. The country never decides. */
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
