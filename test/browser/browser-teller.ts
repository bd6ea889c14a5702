import { randomUUID } from 'node:crypto';
import type { Instant } from '@app/domain';
import { storeCallMaterial, type Sql } from '@app/persistence';
import type { Page } from 'playwright-core';
import type { StoryCommand, StoryEntity, Teller } from '../../apps/worker/src/story/teller';
import { fillApplication, fillReport } from './fill-drafts';
import { fillAnswer, onlyProposal } from './fill-form';
import type { MailLink, MailLinks } from './mail-links';
import type { Stage } from './stage';

/** What telling a story through the browser needs. */
export interface BrowserTellerTools {
  stage: Stage;
  /** Notices of calls are written here; all else is done on pages. */
  db: Sql;
  /** Clock of the rehearsal room, which the page for a new call does not know of. */
  clock: object;
  runTo: (at: Instant) => Promise<void>;
  /** Lets the room play its next step; answers its time, nothing where none is planned. */
  runOn: () => Promise<Instant | undefined>;
  mails: MailLinks;
}

/** A teller that notes which commands were given, by their addresses. */
export interface BrowserTeller extends Teller {
  given: Set<string>;
}

/** What people do only once a mail has asked them for it, by its link. Everything else is done by the link of a mail where one is there. */
const byMailOnly: ReadonlySet<string> = new Set([
  'ResubmitCorrection',
  'AcceptInvitation',
  'SubmitScores',
  'PrepareProposal',
  'DecideProposal',
  'ConfirmProposal',
  'AcceptAward',
  'RecordSignature',
  'RecordKickOff',
  'SubmitReport',
]);
/** Longer than the longest holidays keep a mail back. */
const mailWithinMs = 14 * 86_400_000;

const confirmed = '.confirmation';
const trouble = '.error-summary';

/**
 * Tells a story by people who read their mails and fill in the forms of the dashboard, each in his own window, at the story's instants; whoever
 * acts only on a mail waits for it.
 */
export function createBrowserTeller({ stage, db, clock, runTo, runOn, mails }: BrowserTellerTools): BrowserTeller {
  const given = new Set<string>();
  let last: Page | undefined;
  /** Lets a player act in his window once it is the act's time; what the one before him opened is closed. */
  const inWindow = async <T>(by: string, at: Instant, act: (page: Page) => Promise<T>): Promise<T> => {
    await runTo(at);
    const page = await stage.as(by);
    if (last !== undefined && last !== page) await leave(last);
    last = page;
    return act(page);
  };
  const give: Teller['give'] = (by, entity, command, at) =>
    inWindow(by, at, async (page) => {
      const { type, payload, reason } = command;
      const name = kebab(type);
      given.add(`${entity.kind}s/${name}`);
      const body = { ...payload, ...(reason === undefined ? {} : { reason }) };
      const link = await mailFor({ mails, runOn }, { by, entity, command, at });
      if (link === undefined) {
        await page.goto(`${stage.url}/${entity.kind}s/${entity.id}/do/${name}`);
        return fillAndSend(page, stage, name, body);
      }
      const opened = await mails.follow(page, link);
      await (link.direct ? pressAndConfirm(opened, stage, name) : fillAndSend(opened, stage, name, body));
      await opened.close();
    });
  return {
    given,
    give,
    createCall: async (by, payload, notices, at) => {
      given.add('calls');
      const id = await inWindow(by, at, (page) => createCall(page, stage, clock, payload));
      for (const [language, content] of Object.entries(notices))
        await storeCallMaterial(db, { callId: id, kind: 'notice', language, content });
      return id;
    },
    startProject: (by, callId, at) =>
      inWindow(by, at, async (page) => {
        given.add('projects');
        await page.goto(`${stage.url}/calls/${callId}`);
        await page.locator('#start-application').click();
        await page.waitForURL('**/application');
        return /projects\/([^/]+)\//.exec(page.url())?.[1] ?? '';
      }),
    saveDraft: (by, projectId, content, at) =>
      inWindow(by, at, async (page) => {
        const link = await mails.find(by, { kind: 'project', id: projectId }, { type: 'ResubmitCorrection', payload: {} });
        return link === undefined
          ? fillApplication(stage, page, projectId, content)
          : correctByMail(stage, await mails.follow(page, link), projectId, content);
      }),
    saveReport: (by, projectId, year, content, at) => inWindow(by, at, (page) => fillReport(stage, page, { projectId, year, content })),
    // A file is stored through the form that names it.
    upload: () => Promise.resolve({ documentId: randomUUID(), sha256: '0'.repeat(64) }),
    confirm: (by, entity, at) => give(by, entity, { type: 'ConfirmProposal', payload: { proposalId: onlyProposal } }, at),
    releaseLetters: (by, call, at) => inWindow(by, at, (page) => readAndRelease(page, stage, call.id)),
  };
}

/** Closes what was open: a window that is left open reads anew whatever the others change, and all of them stand on this one machine. */
async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
}

/** The mail that asks for a command, where one does; waits for it as far as the command needs one. */
async function mailFor(
  { mails, runOn }: Pick<BrowserTellerTools, 'mails' | 'runOn'>,
  { by, entity, command, at }: { by: string; entity: StoryEntity; command: StoryCommand; at: Instant },
): Promise<MailLink | undefined> {
  const latest = Date.parse(at) + mailWithinMs;
  for (;;) {
    const link = await mails.find(by, entity, command);
    if (link !== undefined || !byMailOnly.has(command.type)) return link;
    const now = await runOn();
    if (now === undefined || Date.parse(now) > latest) throw new Error(`no mail asks ${by} for ${command.type}`);
  }
}

/** Fills in the form for a new call; the room's clock is put into what the page sends. */
async function createCall(page: Page, stage: Stage, clock: object, payload: Record<string, unknown>): Promise<string> {
  const isCreation = (method: string, url: string): boolean => method === 'POST' && url.endsWith('/api/calls');
  const answered = page.waitForResponse((response) => isCreation(response.request().method(), response.url()));
  await page.route('**/api/calls', (route, request) =>
    isCreation(request.method(), request.url())
      ? route.continue({ postData: JSON.stringify({ ...(request.postDataJSON() as object), clock }) })
      : route.continue(),
  );
  await page.goto(`${stage.url}/calls/new`);
  await fillAndSend(page, stage, 'create-call', payload);
  await page.unroute('**/api/calls');
  return ((await (await answered).json()) as { entity: StoryEntity }).entity.id;
}

/** Opens every held letter of a call, notes it as read, and releases all of them over the check. */
async function readAndRelease(page: Page, stage: Stage, callId: string): Promise<void> {
  await page.goto(`${stage.url}/calls/${callId}`);
  const letters = page.locator('section[aria-labelledby=held-letters]');
  const open = letters.locator('tbody button');
  await open.first().waitFor();
  for (let i = 0; i < (await open.count()); i += 1) {
    await letters.locator('tbody tr').nth(i).locator('button:enabled').click();
    await letters.locator('article iframe').waitFor();
    if (i === 0) await stage.inspect(page, 'held letters: reading');
    await letters.locator('[data-testid=letter-read]').click();
    await letters.locator('tbody tr').nth(i).locator('.tabler-icon-check').waitFor();
  }
  await letters.locator('[data-testid=letters-check]').click();
  await letters.locator('form textarea').fill('Read, and right. 已审阅，内容无误。');
  await stage.inspect(page, 'held letters: check');
  await letters.locator('form button[type=submit]').click();
  await letters.locator(confirmed).waitFor();
}

/** Exchanges what a correction asks for, on the way from the mail over its form to the application. */
async function correctByMail(
  stage: Stage,
  opened: Page,
  projectId: string,
  content: Record<string, unknown>,
): Promise<{ version: number; hash: string }> {
  await opened.locator('main a[href$="/application"]').click();
  await opened.waitForURL('**/application');
  const saved = await fillApplication(stage, opened, projectId, content);
  await opened.close();
  return saved;
}

/** Does what a mail's link can do by itself. */
async function pressAndConfirm(page: Page, stage: Stage, name: string): Promise<void> {
  await page.locator('main button').waitFor();
  await stage.inspect(page, `${name}: link`);
  await page.locator('main button').click();
  await untilConfirmed(page);
  await stage.inspect(page, `${name}: done by link`);
}

async function fillAndSend(page: Page, stage: Stage, name: string, body: Record<string, unknown>): Promise<void> {
  await page.locator('form button[type=submit]').waitFor();
  await stage.inspect(page, `${name}: form`);
  for (const [field, value] of Object.entries(body)) await fillAnswer(page, field, value, body);
  await sendForm(page, stage, name);
}

/** Sends a filled-in form, over the check of its answers where it has one, to its confirmation. Rejects with what the form says. */
export async function sendForm(page: Page, stage: Stage, name: string): Promise<void> {
  const submit = page.locator('form button[type=submit]');
  await submit.click();
  const checked = page.locator('#check-answers');
  await page.locator(`#check-answers, ${confirmed}, ${trouble}`).first().waitFor();
  if (await checked.isVisible()) {
    // What it would change is read before it is sent; the button stands still then.
    await page.locator('form [role=status][aria-live=polite]').first().waitFor({ state: 'detached' });
    await stage.inspect(page, `${name}: check`);
    await submit.click();
  }
  await untilConfirmed(page);
  await stage.inspect(page, `${name}: done`);
}

/** Waits for the confirmation. Rejects with what the page says instead. */
async function untilConfirmed(page: Page): Promise<void> {
  await page.locator(`${confirmed}, ${trouble}`).first().waitFor();
  if (await page.locator(trouble).isVisible()) throw new Error(await page.locator(trouble).innerText());
}

function kebab(type: string): string {
  return type.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}
