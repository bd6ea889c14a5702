import type { Page } from 'playwright-core';
import { waitFor } from '../support/wait-for';
import { chooseInList, uploadInto } from './fill-form';
import type { Stage } from './stage';

interface Party {
  organizationId: string;
  role: string;
}

interface Contact {
  personId: string;
  organizationId: string;
  rights: string[];
  [duty: string]: unknown;
}

interface Attached {
  type: string;
  documentId: string;
}

/** The visible part of a list; what is chosen stands in a hidden input beside it. */
const listInput = 'input[aria-haspopup=listbox]';
const selects = new Set(['type', 'hostCountry', 'submissionLanguage']);
const duties = ['lead', 'legalRepresentative', 'primary', 'officeHead'];
/** Which file of a story is attached under which name, per project. */
const attachedBefore = new Map<string, Map<string, string>>();

/** Waits until the form says that everything is saved. */
async function untilSaved(page: Page): Promise<{ version: number; hash: string }> {
  await page.locator('[data-saving=saved]').waitFor();
  const version = Number(/\d+/.exec(await page.locator('[data-saving]').innerText())?.[0]);
  return { version, hash: '' };
}

async function fillParties(page: Page, parties: Party[]): Promise<void> {
  const group = page.locator('#application-parties');
  for (const [index, { organizationId, role }] of parties.entries()) {
    await group.locator('button').last().click();
    const row = group.locator('[role=group]').nth(index);
    await chooseInList(page, row.locator(listInput).nth(0), role);
    await chooseInList(page, row.locator(listInput).nth(1), organizationId);
  }
}

async function fillContacts(page: Page, contacts: Contact[], organizations: string[]): Promise<void> {
  const group = page.locator('#application-contacts');
  for (const contact of contacts) {
    const section = group.locator('section').nth(organizations.indexOf(contact.organizationId));
    const known = await section.locator('.mantine-Paper-root').count();
    await section.locator('> div > button').last().click();
    const card = section.locator('.mantine-Paper-root').nth(known);
    await chooseInList(page, card.locator(listInput).first(), contact.personId);
    for (const right of ['view', 'edit', 'sign'])
      await card.locator(`input[type=checkbox][value=${right}]`).setChecked(contact.rights.includes(right));
    for (const duty of duties) await card.locator(`input[type=checkbox][value=${duty}]`).setChecked(contact[duty] === true);
  }
}

async function attach(page: Page, projectId: string, documents: Attached[]): Promise<void> {
  const before = attachedBefore.get(projectId) ?? new Map<string, string>();
  attachedBefore.set(projectId, before);
  const group = page.locator('#application-documents');
  for (const { type, documentId } of documents) {
    const old = before.get(type);
    if (old === documentId) continue;
    if (old !== undefined)
      await group
        .locator('.picked-file', { hasText: `${type}-1` })
        .locator('button')
        .click();
    const name = `${type}-${old === undefined ? 1 : 2}`;
    await chooseInList(page, page.locator('#application-documents-type'), type);
    await uploadInto(group, name);
    before.set(type, documentId);
  }
}

/** Fills in the application's form as its author would, or, where it was filled in before, exchanges the files that are new. */
export async function fillApplication(
  stage: Stage,
  page: Page,
  projectId: string,
  content: Record<string, unknown>,
): Promise<{ version: number; hash: string }> {
  const address = `${stage.url}/projects/${projectId}/application`;
  if (page.url() !== address) await page.goto(address);
  await page.locator('#application-titleZh').waitFor();
  const { parties, contacts, documents, declaredTrue, ...plain } = content;
  const first = !attachedBefore.has(projectId);
  await stage.inspect(page, `application: ${first ? 'empty' : 'correction'}`);
  if (first) {
    for (const [name, value] of Object.entries(plain)) {
      const input = page.locator(`#application-${name}`);
      if (selects.has(name)) await chooseInList(page, input, String(value));
      else await input.fill(String(value));
    }
    await fillParties(page, parties as Party[]);
    await fillContacts(page, contacts as Contact[], [...new Set((parties as Party[]).map((party) => party.organizationId))]);
    await page.locator('#application-declaredTrue').setChecked(declaredTrue === true);
  }
  await attach(page, projectId, documents as Attached[]);
  await waitFor(async () => (await page.locator('[data-complete=true]').count()) === 1, { what: 'a complete form' });
  const saved = await untilSaved(page);
  await stage.inspect(page, 'application: complete');
  return saved;
}

/** Fills in a year's report as its author would. */
export async function fillReport(
  stage: Stage,
  page: Page,
  { projectId, year, content }: { projectId: string; year: number; content: Record<string, unknown> },
): Promise<{ version: number; hash: string }> {
  await page.goto(`${stage.url}/projects/${projectId}/reports/${year}`);
  await page.locator('#report-summaryZh').waitFor();
  const { indicators, ...texts } = content;
  for (const [name, value] of Object.entries(texts)) {
    const input = page.locator(`#report-${name}`);
    if ((await input.count()) === 1) await input.fill(String(value));
  }
  for (const [code, { inYear, cumulative }] of Object.entries(indicators as Record<string, { inYear: number; cumulative: number }>)) {
    await page.locator(`#indicator-${code}-inYear`).fill(String(inYear));
    await page.locator(`#indicator-${code}-cumulative`).fill(String(cumulative));
  }
  await waitFor(async () => (await page.locator('[data-complete=true]').count()) === 1, { what: 'a complete report' });
  const saved = await untilSaved(page);
  await stage.inspect(page, 'report');
  return saved;
}
