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

/** What the complete languages say on all pages but the first. */
const laterCatalogues: Partial<typeof catalogues> = { 'zh-CN': () => import('./zh-CN/later'), en: () => import('./en/later') };

/** Every page but the first one needs both catalogues at once. */
let laterWanted = window.location.pathname !== '/';
const fetched = new Set<Language>();
const fetchedLater = new Set<Language>();

async function add(language: Language, from: Partial<typeof catalogues>, done: Set<Language>): Promise<void> {
  const fetch = from[language];
  if (fetch === undefined || done.has(language)) return;
  i18next.addResourceBundle(language, 'translation', (await fetch()).default, true);
  done.add(language);
}

/** Fetches the catalogue of a language, and the English one behind a begun one. */
async function load(language: Language): Promise<void> {
  const wanted: Language[] = isBegun(language) ? [language, 'en'] : [language];
  const parts = wanted.flatMap((one) => [add(one, catalogues, fetched), ...(laterWanted ? [add(one, laterCatalogues, fetchedLater)] : [])]);
  await Promise.all(parts);
}

/** Fetches what the pages behind the first one say, once; from then on other languages are fetched with it. */
export async function laterWords(): Promise<void> {
  laterWanted = true;
  await load(i18next.language as Language);
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
