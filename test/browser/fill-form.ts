import type { Locator, Page } from 'playwright-core';
import { smallPdf } from '../../apps/worker/src/story/small-pdf';

/** A file that a story stored; the form it is named in takes it. */
export interface HeldFile {
  documentId: string;
  sha256: string;
}

/** A proposal's id is never typed: the one that waits is chosen. */
export const onlyProposal = 'the only one';

const dateForm = /^\d{4}-\d{2}-\d{2}$/;
const momentForm = /^\d{4}-\d{2}-\d{2}T/;

/** A field of the form by the end of its id, the same in every language. */
function field(page: Page, name: string): Locator {
  return page.locator(`main [id$="-${name}"]`);
}

/** Chooses in a list or among radio buttons, by the value behind the words. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const box = field(page, name).first();
  await box.waitFor();
  const radio = value === onlyProposal ? box.locator('input[type=radio]') : box.locator(`input[type=radio][value="${value}"]`);
  if ((await radio.count()) > 0) await radio.last().check();
  else await chooseInList(page, box, value);
}

/** Chooses in an open list by the value behind the words. */
export async function chooseInList(page: Page, input: Locator, value: string): Promise<void> {
  await input.click();
  await page.locator(`[role=option][value="${value}"]:visible`).first().click();
}

async function typeDate(page: Page, name: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await field(page, `${name}-year`).fill(year);
  await field(page, `${name}-month`).fill(month);
  await field(page, `${name}-day`).fill(day);
}

async function typeMoment(page: Page, name: string, at: string): Promise<void> {
  const beijing = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  await typeDate(page, name, beijing.slice(0, 10));
  await field(page, `${name}-time`).fill(beijing.slice(11, 16));
}

/** Uploads a small PDF through a file field and waits until the form names it. */
export async function uploadInto(group: Locator, label: string): Promise<void> {
  const before = await group.locator('.picked-file').count();
  const file = { name: `${label}.pdf`, mimeType: 'application/pdf', buffer: smallPdf(label) };
  await group.locator('input[type=file]').setInputFiles(file);
  await group.locator('.picked-file').nth(before).waitFor();
}

async function fillDefect(page: Page, name: string, index: number, item: Record<string, unknown>): Promise<void> {
  await field(page, name).locator('button').last().click();
  await chooseInList(page, field(page, `${name}-${index}-target`), String(item['target']));
  await chooseInList(page, field(page, `${name}-${index}-reason`), String(item['reasonCode']));
  await field(page, `${name}-${index}-defect`).fill(textOf(item['defect']));
}

async function fillChange(page: Page, name: string, index: number, item: Record<string, unknown>): Promise<void> {
  await field(page, name).locator('button').last().click();
  await chooseInList(page, field(page, `${name}-${index}-path`), String(item['path']));
  const box = `${name}-${index}-new`;
  if ('organizationId' in item) return fillJoining(page, box, item);
  const value = String(item['text'] ?? item['new']);
  await field(page, box).first().waitFor();
  if (dateForm.test(value)) await typeDate(page, box, value);
  else if ('text' in item || /^\d+$/.test(value)) await field(page, box).fill(value);
  else await chooseInList(page, field(page, box), value);
}

/** Who joins, as what, and who acts for it: asked one after the other. */
async function fillJoining(page: Page, box: string, item: Record<string, unknown>): Promise<void> {
  await chooseInList(page, field(page, `${box}-organization`), String(item['organizationId']));
  await chooseInList(page, field(page, `${box}-role`), String(item['new']));
  await chooseInList(page, field(page, `${box}-person`), String(item['personId']));
}

/** Queues one act of several, its answers as its own form asks for them. */
async function fillAct(page: Page, { type, payload }: { type: string; payload: Record<string, unknown> }): Promise<void> {
  const form = page.getByTestId('act-form');
  const acts = page.locator('[data-testid=acts] > li');
  const before = await acts.count();
  await form
    .locator('select')
    .first()
    .selectOption(type.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase());
  for (const [name, value] of Object.entries(payload)) await fillAnswer(page, name, value, payload);
  await form.locator('[data-act=add]').click();
  await acts.nth(before).waitFor();
}

async function fillScores(page: Page, halfPoints: Record<string, number>, comments: Record<string, unknown>): Promise<void> {
  for (const [criterion, half] of Object.entries(halfPoints)) {
    await field(page, `halfPoints-${criterion}`).fill(String(half / 2));
    await field(page, `halfPoints-${criterion}-comment`).fill(textOf(comments[criterion]));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : String(value);
}

async function fillList(page: Page, name: string, list: unknown[]): Promise<void> {
  for (const [index, item] of list.entries()) {
    if (typeof item === 'string') await field(page, name).locator(`input[type=checkbox][value="${item}"]`).check();
    else if (isRecord(item)) await fillItem(page, name, index, item);
  }
}

async function fillItem(page: Page, name: string, index: number, item: Record<string, unknown>): Promise<void> {
  if ('payload' in item) await fillAct(page, item as { type: string; payload: Record<string, unknown> });
  else if ('path' in item) await fillChange(page, name, index, item);
  else if ('target' in item) await fillDefect(page, name, index, item);
  else if ('decision' in item)
    await field(page, `${name}-${String(item['projectId'])}`)
      .locator(`input[type=radio][value="${String(item['decision'])}"]`)
      .check();
  else if ('language' in item) await uploadInto(field(page, `${name}-${String(item['language'])}`), `${name}-${String(item['language'])}`);
  else await uploadInto(field(page, name), `${name}-${index + 1}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

async function fillWritten(page: Page, name: string, value: string): Promise<void> {
  const written = field(page, name).first();
  await written.waitFor();
  const plain = (await page.locator(`main input[id$="-${name}"]:not([aria-haspopup]), main textarea[id$="-${name}"]`).count()) > 0;
  if (dateForm.test(value)) await typeDate(page, name, value);
  else if (momentForm.test(value)) await typeMoment(page, name, value);
  else if (plain) await written.fill(value);
  else await choose(page, name, value);
}

/** Fills in one answer of a form in the way its kind is asked for. What the page knows by itself has no field and is left to it. */
export async function fillAnswer(page: Page, name: string, value: unknown, all: Record<string, unknown>): Promise<void> {
  if (name === 'comments' || (await field(page, name).count()) === 0) return;
  if (name === 'halfPoints') await fillScores(page, value as Record<string, number>, all['comments'] as Record<string, unknown>);
  else if (Array.isArray(value)) await fillList(page, name, value);
  else if (isRecord(value) && 'documentId' in value) await uploadInto(field(page, name), name);
  else await fillWritten(page, name, textOf(value));
}
