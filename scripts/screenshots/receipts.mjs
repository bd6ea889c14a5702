// @ts-check

/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {{ name: string, email: string, password: string }} DemoPerson */
/** @typedef {{ person: DemoPerson, context: BrowserContext, csrfToken: string }} Visitor */

const receipts = '/mails?word=delivered&class=answer';
const deliveredWithinMs = 90_000;
/** The smallest file that is taken for a PDF. */
const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** @param {Visitor} visitor @param {'get' | 'post' | 'put'} method @param {string} address @param {Parameters<BrowserContext['request']['fetch']>[1]} [more] @returns {Promise<any>} */
async function ask({ context, csrfToken }, method, address, more = {}) {
  const answer = await context.request.fetch(address, { ...more, method, headers: { 'X-CSRF-Token': csrfToken } });
  if (!answer.ok()) throw new Error(`${method} ${address}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/**
 * The mail that is shown, in each language. The past of the demo was mailed to nobody; so, where nothing was sent yet, the lead hands in evidence for a
 * milestone, as he would on the page: the receipts leave at once, his in Chinese, and the officer's in the language he has chosen meanwhile, English.
 * @param {{ officer: Visitor, lead: Visitor }} visitors
 * @param {string} url
 * @returns {Promise<Record<string, string>>} ids by language
 */
export async function receiptsByLanguage(visitors, url) {
  const found = await sentReceipts(visitors.officer, url);
  if (found['en'] !== undefined && found['zh-CN'] !== undefined) return found;
  const { language, zone, digest } = await ask(visitors.officer, 'get', `${url}/api/me`);
  await ask(visitors.officer, 'put', `${url}/api/me/preferences`, { data: { language: 'en', zone, digest } });
  try {
    await handInEvidence(visitors.lead, url);
    await untilDelivered(visitors, url);
  } finally {
    await ask(visitors.officer, 'put', `${url}/api/me/preferences`, { data: { language, zone, digest } });
  }
  return sentReceipts(visitors.officer, url);
}

/** @param {Visitor} officer @param {string} url @returns {Promise<Record<string, string>>} */
async function sentReceipts(officer, url) {
  const { items } = await ask(officer, 'get', `${url}/api${receipts}&limit=20`);
  /** @type {Record<string, string>} */
  const found = {};
  for (const { id } of items) {
    const { delivery } = await ask(officer, 'get', `${url}/api/mails/${id}`);
    if (delivery !== null) found[delivery.language] ??= id;
  }
  return found;
}

/** @param {Visitor} lead @param {string} url */
async function handInEvidence(lead, url) {
  const { items } = await ask(lead, 'get', `${url}/api/tasks`);
  const task = items.find((/** @type {{ command: string }} */ one) => one.command === 'SubmitEvidence');
  if (task === undefined) throw new Error(`${lead.person.name} owes no evidence in this instance.`);
  const project = `${url}/api/projects/${task.entity.id}`;
  const file = { name: 'progress.pdf', mimeType: 'application/pdf', buffer: pdf };
  const { documentId, sha256 } = await ask(lead, 'post', `${project}/documents`, {
    multipart: { type: 'PROGRESS_SHEET', language: 'zh-CN', file },
  });
  await ask(lead, 'post', `${project}/commands/submit-evidence`, { data: { milestone: task.object, documents: [{ documentId, sha256 }] } });
}

/** Looks at the mail log, which goes on by itself, until both receipts stand there. @param {{ officer: Visitor, lead: Visitor }} visitors @param {string} url */
async function untilDelivered({ officer, lead }, url) {
  const page = await officer.context.newPage();
  await page.goto(`${url}${receipts}`);
  for (const { person } of [lead, officer]) {
    const [ownName = ''] = person.name.split(' ');
    await page.locator('main tbody tr', { hasText: ownName }).first().waitFor({ timeout: deliveredWithinMs });
  }
  await page.close();
}
