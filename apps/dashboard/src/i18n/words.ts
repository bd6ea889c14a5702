import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chosenLanguage, isBegun, rememberLanguage, type Language } from '../lib/language';
import { queryClient } from '../lib/query-client';
import { fallbackSign, markFallbacks } from './fallback-marks';

const catalogues: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('./zh-CN'),
  en: () => import('./en'),
  lo: () => import('./lo/partner.json'),
  th: () => import('./th/partner.json'),
  km: () => import('./km/partner.json'),
  my: () => import('./my/partner.json'),
  vi: () => import('./vi/partner.json'),
};

/** Fetches the catalogue of a language, and the English one behind a begun one. */
async function load(language: Language): Promise<void> {
  const wanted: Language[] = isBegun(language) ? [language, 'en'] : [language];
  const missing = wanted.filter((one) => !i18next.hasResourceBundle(one, 'translation'));
  const loaded = await Promise.all(missing.map((one) => catalogues[one]()));
  missing.forEach((one, at) => i18next.addResourceBundle(one, 'translation', loaded[at]?.default ?? {}));
}

function has(language: string, key: string): boolean {
  return i18next.getResource(language, 'translation', key) !== undefined;
}

/** Where a begun language has no sentence, the English one ends with an invisible sign. */
const markedFallback = {
  type: 'postProcessor' as const,
  name: 'marked-fallback',
  process: (value: string, keys: string | string[]): string => {
    const language = i18next.language;
    const [key = ''] = [keys].flat();
    const own = has(language, key) || has(language, `${key}_other`);
    return isBegun(language) && !own && typeof value === 'string' ? `${value}${fallbackSign}` : value;
  },
};

function show(language: Language): void {
  document.documentElement.lang = language;
  markFallbacks(isBegun(language));
}

/** Loads the catalogue of the chosen language and starts translating. Only the catalogues that are shown are fetched. */
export async function startWords(): Promise<void> {
  const language = chosenLanguage();
  await i18next
    .use(initReactI18next)
    .use(markedFallback)
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: {},
      postProcess: markedFallback.name,
      interpolation: { escapeValue: false },
    });
  await load(language);
  show(language);
}

/** Shows the dashboard in another language from now on. */
export async function changeWords(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  show(language);
}

/** A person chose another language: it is kept on this device, and sentences of the server are asked for anew. */
export async function speak(language: Language): Promise<void> {
  rememberLanguage(language);
  await changeWords(language);
  await queryClient.invalidateQueries();
}
