import { Inject, Injectable } from '@nestjs/common';
import type { ProjectState } from '@app/domain';
import { accountPerson, copiesInSight, linesInSight, mailInSight, mailsInSight, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { namesIn } from '../http/names';
import type { projectDetail } from '../project/project-detail.schemas';
import { ProjectPages } from '../project/project-pages';
import { stateInSight } from '../project/project-sight';
import { DATABASE } from '../tokens';
import { askedIn, copyOf, lineOf, mailOf, seesMail } from './rehearsal-answers';
import { RehearsalDesk } from './rehearsal-desk';
import type {
  rehearsalCopies,
  rehearsalLines,
  rehearsalLinesQuery,
  rehearsalMail,
  rehearsalMails,
  rehearsalMailsQuery,
} from './rehearsals.schemas';

/** What pages show of a rehearsal, as far as the reader may read the real projects. Every method throws NOT_FOUND. */
@Injectable()
export class RehearsalPages {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly desk: RehearsalDesk,
    private readonly projects: ProjectPages,
  ) {}

  /** The copies, with their open deadlines and who has to do what. */
  async copies(person: SignedIn, id: string, language: SpokenLanguage): Promise<z.output<typeof rehearsalCopies>> {
    await this.desk.read(person, id);
    const copies = await copiesInSight(this.db, actorOf(person), id);
    const names = await namesIn(this.db, copies.flatMap(askedIn));
    return { items: copies.map((copy) => copyOf(person, copy, names, language)) };
  }

  /** A copied project as its page shows one, with what `as` may do in it; the reader himself when nobody is named. */
  async project(
    person: SignedIn,
    { id, projectId }: { id: string; projectId: string },
    as: string | undefined,
    language: SpokenLanguage,
  ): Promise<z.output<typeof projectDetail>> {
    const { now } = await this.desk.read(person, id);
    const copy = (await copiesInSight(this.db, actorOf(person), id)).find((one) => one.kind === 'project' && one.id === projectId);
    const doer = as === undefined ? person : await accountPerson(this.db, as);
    if (copy === undefined || doer === undefined) throw new Problem('NOT_FOUND');
    const state = copy.state as ProjectState;
    const read = { head: { rev: copy.steps + 1 }, state, inSight: stateInSight(actorOf(person), state) };
    return this.projects.detailOf(person, read, { now: now.toISOString(), plan: [], acting: { ...person, ...doer } }, language);
  }

  /** What happened, the last first. */
  async lines(
    person: SignedIn,
    id: string,
    { before, limit }: z.output<typeof rehearsalLinesQuery>,
    language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalLines>> {
    await this.desk.read(person, id);
    const found = await linesInSight(this.db, actorOf(person), id, { before, limit });
    const names = await namesIn(this.db, found);
    return {
      items: found.flatMap((line) => lineOf(person, line, names, language)),
      next: found.length < limit ? null : (found.at(-1)?.no ?? null),
    };
  }

  /** Its mails: those that left and those that turned out not to be needed, the last first; or those that wait, the next first. */
  async mails(
    person: SignedIn,
    id: string,
    { which, after, limit }: z.output<typeof rehearsalMailsQuery>,
    language: SpokenLanguage,
  ): Promise<z.output<typeof rehearsalMails>> {
    await this.desk.read(person, id);
    const found = await mailsInSight(this.db, actorOf(person), id, { waiting: which === 'waiting', after, limit });
    return {
      items: found.filter((mail) => seesMail(person, mail)).map((mail) => mailOf(mail, language)),
      next: found.length < limit ? null : after + limit,
    };
  }

  /** One mail as it would have been read. */
  async mail(person: SignedIn, id: string, no: number, language: SpokenLanguage): Promise<z.output<typeof rehearsalMail>> {
    await this.desk.read(person, id);
    const found = await mailInSight(this.db, actorOf(person), id, no);
    if (found === undefined || !seesMail(person, found)) throw new Problem('NOT_FOUND');
    return { ...mailOf(found, language), body: found.body, html: found.html };
  }
}
