import { createMailLinks, type EntityKey } from '@app/persistence';
import type { Page } from 'playwright-core';
import type { CallPlot } from '../../apps/worker/src/story/call-story';
import { idOf } from '../../apps/worker/src/story/story-ids';
import { openRehearsalKit, type PlayedRoom, type RehearsalKit } from '../support/rehearsal-kit';
import { startApi, type ApiProcess } from '../support/stack';
import { lifePlot } from './life-plot';
import { openStage, type Stage } from './stage';

const [first, second] = lifePlot.projects;
if (first === undefined || second === undefined) throw new Error('the plot has two projects');
const { returned: _returned, heldDays: _heldDays, ...main } = first;

/** One project with its officer, one whose experts are being asked. */
const plot = (clock: Record<string, unknown>): CallPlot => ({
  ...lifePlot,
  clock,
  projects: [
    { ...main, stopsAt: 'scoring' },
    { ...second, stopsAt: 'checking' },
  ],
});

describe('what the dashboard says when something does not go', () => {
  let kit: RehearsalKit;
  let api: ApiProcess;
  let stage: Stage;
  let room: PlayedRoom;
  let scoring: EntityKey;

  beforeAll(async () => {
    kit = await openRehearsalKit();
    room = await kit.roomAt('2025-09-04T00:00:00.000Z', (clock) => [plot(clock)]);
    scoring = room.project(main.key);
    api = await startApi(kit.workspace.env);
    stage = await openStage(api.url, kit.people);
  }, 120_000);

  afterAll(async () => {
    await stage?.close();
    await api?.stop();
    await kit?.close();
  }, 60_000);

  const linkFor = async (person: string, commandType: string, days = 1): Promise<string> => {
    const [token] = await createMailLinks(kit.db, [{ personId: idOf(person), entity: scoring, commandType, payload: {} }], days);
    return `${api.url}/a/${token ?? ''}`;
  };
  const headline = async (page: Page, url: string): Promise<string> => {
    await page.goto(url);
    return page.locator('h1').innerText();
  };

  it('shows the rule’s own sentence at the form, with the keyboard there', async () => {
    const officer = await stage.as('officer-2');
    await officer.goto(`${api.url}/projects/${room.project(second.key).id}/do/accept-application`);
    await officer.locator('form button[type=submit]').click();
    const summary = officer.locator('.error-summary');
    await summary.waitFor();
    expect(await summary.innerText()).toMatch(/审查|检查/);
    expect(await officer.evaluate<boolean>('document.activeElement === document.querySelector(".error-summary")')).toBe(true);
    expect(await officer.title()).toContain('错误');
    await stage.inspect(officer, 'refusal');
  });

  it('names each field that is missing and leads to it', async () => {
    const officer = await stage.as('officer-2');
    await officer.goto(`${api.url}/projects/${room.project(second.key).id}/do/record-check-item`);
    await officer.locator('form button[type=submit]').click();
    expect(await officer.locator('.error-summary li').count()).toBe(2);
    await officer.locator('.error-summary a').first().click();
    expect(await officer.evaluate<string>('document.activeElement.id')).toMatch(/-code$/);
  });

  it('lets a link from a mail act once, by the button only', async () => {
    const url = await linkFor('expert-th', 'AcceptInvitation');
    const stranger = await stage.stranger();
    expect(await headline(stranger, url)).toBe('Accept the invitation');
    expect(await headline(stranger, url)).toBe('Accept the invitation');
    await stage.inspect(stranger, 'link');
    await stranger.locator('main button').click();
    await stranger.locator('.confirmation').waitFor();
    expect(await headline(stranger, url)).toBe('This link can no longer be used');
    expect(await headline(await stage.as('expert-th'), url)).toBe('This link was used before');
  });

  it('is friendly about links that are over, another’s, or ask for sign-in first', async () => {
    const over = await linkFor('expert-vn', 'AcceptInvitation', -1);
    const own = await linkFor('expert-cn', 'SubmitScores');
    const stranger = await stage.stranger();
    expect(await headline(stranger, over)).toBe('This link can no longer be used');
    expect(await headline(stranger, own)).toBe('Link from a mail');
    expect(await stranger.locator('main a[href*="/sign-in"]').count()).toBe(1);
    expect(await headline(await stage.as('expert-la'), own)).toBe('This link is for somebody else');
    await stage.inspect(stranger, 'link: sign in first');
  });

  it('brings whoever was asked to sign in back to where he wanted to go', async () => {
    const stranger = await stage.stranger();
    await stranger.goto(`${api.url}/projects/${scoring.id}?view=timeline`);
    await stranger.locator('input[autocomplete=username]').fill('li.jingyi@secretariat.example');
    await stranger.locator('input[autocomplete=current-password]').fill('wrong');
    await stranger.locator('button[type=submit]').click();
    await stranger.locator('.error-summary').waitFor();
    await stage.inspect(stranger, 'sign-in refused');
    const officer = kit.people.find((one) => one.email === 'li.jingyi@secretariat.example');
    await stranger.locator('input[autocomplete=current-password]').fill(officer?.password ?? '');
    await stranger.locator('button[type=submit]').click();
    await stranger.waitForURL(/\/projects\/[^/]+\?view=timeline$/);
  });

  it('broke no rule of the accessibility guidelines', () => {
    expect(stage.violations).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });
});
