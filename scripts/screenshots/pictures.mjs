// @ts-check

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'officer' | 'lead'} Person */
/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {{ width: number, height: number }} viewport
 * @property {'en' | 'zh-CN'} language
 * @property {'light' | 'dark'} scheme
 * @property {Person} as
 * @property {(page: Page, url: string, mails: Record<string, string>) => Promise<void>} go opens the page and waits for what the picture is about; knows a mail in each language
 */

const desk = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** @type {Record<'en' | 'zh', 'en' | 'zh-CN'>} */
const languages = { en: 'en', zh: 'zh-CN' };

/** @param {string} path @param {string} shown @returns {Picture['go']} */
const opening = (path, shown) => async (page, url) => {
  await page.goto(`${url}${path}`);
  await page.locator(shown).first().waitFor();
};

/** The answer of the API at this path. @param {Page} page @param {string} address @returns {Promise<any>} */
async function answerOf(page, address) {
  const answer = await page.request.get(address);
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()}`);
  return answer.json();
}

/** Opens a project by its reference. @param {string} reference @param {string} search @param {string} shown @returns {Picture['go']} */
const project = (reference, search, shown) => async (page, url, mails) => {
  const { items } = await answerOf(page, `${url}/api/projects?q=${reference}`);
  await opening(`/projects/${items[0].id}${search}`, shown)(page, url, mails);
};

/** @param {'en' | 'zh-CN'} language @returns {Picture['go']} */
const mail = (language) => async (page, url, mails) => {
  await opening(`/mails/${mails[language]}`, 'iframe.mail-frame')(page, url, mails);
  await page.frameLocator('iframe.mail-frame').locator('body').waitFor();
};

/** @param {string} name @param {(language: 'en' | 'zh-CN') => Picture['go']} go @returns {Picture[]} the same page in both languages */
const inBoth = (name, go) =>
  Object.entries(languages).map(([short, language]) => ({
    name: `${name}-${short}`,
    viewport: desk,
    language,
    scheme: /** @type {const} */ ('light'),
    as: /** @type {const} */ ('officer'),
    go: go(language),
  }));

/** The pictures of the README. @type {Picture[]} */
export const pictures = [
  ...inBoth('home', () => opening('/', 'main h2')),
  ...inBoth('board', () => opening('/board', '.board-card')),
  ...inBoth('project', () => project('LMGF-2026-LA-001', '', '[data-testid=standing]')),
  ...inBoth('forecast', () => project('LMGF-2025-LA-001', '?view=forecast', '#planned-mails ~ section [data-state]')),
  ...inBoth('mail', mail),
  { name: 'list-dark-en', viewport: desk, language: 'en', scheme: 'dark', as: 'officer', go: opening('/projects', 'main tbody tr') },
  { name: 'tasks-phone-zh', viewport: phone, language: 'zh-CN', scheme: 'light', as: 'lead', go: opening('/tasks', 'main li') },
];
