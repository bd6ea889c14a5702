import { Inject, Injectable } from '@nestjs/common';
import { entriesOf, mailsOf, peopleByIds, plannedOf, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import { ProjectPages } from './project-pages';
import type { mails, plan, timeline } from './project-story.schemas';
import { toldHistory } from './told-history';

const mostMails = 500;

/** Past and future of one project, as this reader may know them. */
@Injectable()
export class ProjectStory {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  /** What happened, oldest first, from the ledger. */
  async timeline(person: SignedIn, id: string, language: SpokenLanguage): Promise<z.output<typeof timeline>> {
    const { head } = await this.pages.read(person, id);
    const entries = await entriesOf(this.db, { kind: 'project', id });
    return toldHistory(this.db, person, { entries, head: head.head }, language);
  }

  /** What is planned, in time order, each date with its arithmetic. */
  async plan(person: SignedIn, id: string): Promise<z.output<typeof plan>> {
    await this.pages.read(person, id);
    const items = (await plannedOf(this.db, { kind: 'project', id })).filter((one) =>
      seesEvent(actorOf(person), { type: 'ReminderIssued', rule: one.rule }),
    );
    return { now: await this.pages.now(id), items };
  }

  /** Mails about the project: the Secretariat sees all, others their own. */
  async mails(person: SignedIn, id: string): Promise<z.output<typeof mails>> {
    await this.pages.read(person, id);
    const seesAll = holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']);
    const lines = (await mailsOf(this.db, { kind: 'project', id }, mostMails)).filter(
      (line) => seesAll || line.personId === person.personId,
    );
    const people = new Map(
      (await peopleByIds(this.db, [...new Set(lines.map((line) => line.personId))])).map((one) => [one.personId, one.fullName]),
    );
    return {
      items: lines.map(({ key: _key, messageId: _messageId, sendAfter, doneAt, response, ...line }) => ({
        ...line,
        personName: people.get(line.personId) ?? '',
        response: seesAll ? response : null,
        sendAfter: sendAfter.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
      })),
    };
  }
}
