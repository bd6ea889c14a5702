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

/** Opens the first project of a list. @param {string} query of the list @param {string} search of the project's page @param {string} shown @returns {Picture['go']} */
const project = (query, search, shown) => async (page, url, mails) => {
  const { items } = await answerOf(page, `${url}/api/projects?${query}`);
  await opening(`/projects/${items[0].id}${search}`, shown)(page, url, mails);
};

/** @type {Picture['go']} */
const forecast = async (page, url, mails) => {
  await project('q=LMGF-2025-LA-001', '?view=forecast', '#planned-mails ~ section [data-state]')(page, url, mails);
  await page.evaluate(`scrollTo(0, document.querySelector('[role=tablist]').getBoundingClientRect().top + scrollY - 64)`);
};

/** @param {'en' | 'zh-CN'} language @returns {Picture['go']} */
const mail = (language) => async (page, url, mails) => {
  await opening(`/mails/${mails[language]}`, 'iframe.mail-frame')(page, url, mails);
  await page.frameLocator('iframe.mail-frame').locator('body').waitFor();
};

/** @param {string} name @param {(language: 'en' | 'zh-CN') => Picture['go']} go @param {Picture['viewport']} [viewport] @returns {Picture[]} the same page in both languages */
const inBoth = (name, go, viewport = desk) =>
  Object.entries(languages).map(([short, language]) => ({
    name: `${name}-${short}`,
    viewport,
    language,
    scheme: /** @type {const} */ ('light'),
    as: /** @type {const} */ ('officer'),
    go: go(language),
  }));

/** The pictures of the README. @type {Picture[]} */
export const pictures = [
  ...inBoth('home', () => opening('/', 'main h2')),
  ...inBoth('board', () => opening('/board', '.board-card')),
  ...inBoth('project', () => project('officer=me&sort=deadline', '', '[data-testid=standing]')),
  ...inBoth('forecast', () => forecast),
  ...inBoth('mail', mail, { ...desk, height: 1100 }),
  { name: 'list-dark-en', viewport: desk, language: 'en', scheme: 'dark', as: 'officer', go: opening('/projects', 'main tbody tr') },
  { name: 'tasks-phone-zh', viewport: phone, language: 'zh-CN', scheme: 'light', as: 'lead', go: opening('/tasks', 'main li') },
];
