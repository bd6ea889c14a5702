import { laterWords } from '../i18n/words';

/** A page whose sentences are in the first catalogue. */
export const first =
  <T>(load: () => Promise<{ route: T }>) =>
  async (): Promise<T> =>
    (await load()).route;

/** A page whose sentences are fetched with it. */
export const later =
  <T>(load: () => Promise<{ route: T }>) =>
  async (): Promise<T> => {
    const [page] = await Promise.all([load(), laterWords()]);
    return page.route;
  };
