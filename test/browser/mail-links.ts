import type { Page } from 'playwright-core';
import { addressOf, player } from '../../apps/worker/src/story/cast';
import type { StoryCommand, StoryEntity } from '../../apps/worker/src/story/teller';
import { fromSetUp } from '../support/stack';

/** What a link in a mail asks its reader for, as the page behind it learns. */
interface Asked {
  command: string;
  entity: StoryEntity;
  /** What of the command the mail already says. */
  fixed: Record<string, unknown>;
  /** Done by one button, without a form. */
  direct: boolean;
}

/** A link in a mail that its reader can still use. */
export interface MailLink extends Asked {
  href: string;
  /** Address of the mail in the inbox. */
  mail: string;
}

/** The inbox of the run's mail server, as the people of a story read it. */
export interface MailLinks {
  /** The newest link in a player's mails that still asks for this command; none, where no mail does. */
  find(by: string, entity: StoryEntity, command: StoryCommand): Promise<MailLink | undefined>;
  /** Opens the mail in its reader's window and clicks its button; answers the window that opens. */
  follow(page: Page, link: MailLink): Promise<Page>;
  /** Commands that were given through the link of a mail. */
  readonly followed: ReadonlySet<string>;
  /** Commands that some mail to anybody asked for. */
  asked(): Promise<string[]>;
}

interface Listed {
  messages: { id: string; envelopeTo: string[] }[];
}

/** More than a whole life sends. */
const everyMail = 10_000;

/** The links to the pages at `url` in the mails that the run's catcher took. */
export function createMailLinks(url: string): MailLinks {
  const inbox = fromSetUp('GONGFANG_TEST_INBOX_URL');
  const read = new Map<string, Promise<string[]>>();
  const known = new Map<string, Promise<Asked | undefined>>();
  const followed = new Set<string>();
  const mailsTo = async (address: string): Promise<string[]> => {
    const { messages } = await jsonOf<Listed>(`${inbox}/api/messages?to=${encodeURIComponent(address)}&limit=${everyMail}`);
    return messages.map(({ id }) => `${inbox}/api/messages/${id}/html`);
  };
  const linksIn = (mail: string): Promise<string[]> => {
    const links = read.get(mail) ?? linksOf(mail, url);
    read.set(mail, links);
    return links;
  };
  const about = (href: string): Promise<Asked | undefined> => {
    const asked = known.get(href) ?? askedBy(url, href);
    known.set(href, asked);
    return asked;
  };
  return {
    followed,
    find: async (by, entity, command) => {
      for (const mail of await mailsTo(addressOf(player(by))))
        for (const href of await linksIn(mail)) {
          const asked = await about(href);
          if (asked === undefined || !fits(asked, entity, command)) continue;
          // What it asks for may have been answered since, on a page or by somebody else.
          known.delete(href);
          const still = await about(href);
          if (still !== undefined && fits(still, entity, command)) return { ...still, href, mail };
        }
      return undefined;
    },
    follow: async (page, { href, mail, command }) => {
      await page.goto(mail);
      const opening = page.waitForEvent('popup');
      await page.locator(`a[href="${href}"]`).first().click();
      followed.add(command);
      // It may be used up by what is done there: next time it is asked anew.
      known.delete(href);
      return opening;
    },
    asked: async () => {
      const links = await Promise.all((await mailsTo('')).map(linksIn));
      const commands = await Promise.all(links.flat().map(async (href) => (await about(href))?.command));
      return [...new Set([...followed, ...commands.flatMap((one) => one ?? [])])].sort();
    },
  };
}

async function linksOf(mail: string, url: string): Promise<string[]> {
  const html = await (await fetch(mail)).text();
  return [...new Set([...html.matchAll(/href="([^"]+\/a\/[\w-]{43})"/g)].flatMap(([, href]) => href ?? []))].filter((href) =>
    href.startsWith(`${url}/`),
  );
}

/** What the page behind a link would show; nothing where the link is over. */
async function askedBy(url: string, href: string): Promise<Asked | undefined> {
  const answer = await fetch(`${url}/api/action-links/${href.slice(-43)}`);
  return answer.ok ? ((await answer.json()) as Asked) : undefined;
}

function fits(asked: Asked, entity: StoryEntity, { type, payload }: StoryCommand): boolean {
  return (
    asked.command === type &&
    asked.entity.id === entity.id &&
    Object.entries(asked.fixed).every(([name, value]) => name === 'proposalId' || name === 'handOverId' || payload[name] === value)
  );
}

async function jsonOf<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
