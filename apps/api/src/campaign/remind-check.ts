import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { projectDecider, projectNotifications, resolveRecipients, type ProjectEvent, type ProjectState } from '@app/domain';
import { directoryFor, entityNow, type Sql } from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom } from '../commands/rule-room';
import { namesIn } from '../http/names';
import { ProjectPages } from '../project/project-pages';
import { DATABASE } from '../tokens';
import type { remindCheckAnswer } from './campaign.schemas';

type Line = z.output<typeof remindCheckAnswer>['items'][number];

/** The reason is asked after the check; the rules only want to see that there is one. */
const someReason = { textId: '00000000-0000-4000-8000-000000000000', sha256: '0'.repeat(64) };

/** Asks the rules what a reminder of the annual report would do now, project by project, and writes nothing. */
@Injectable()
export class RemindCheck {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
    private readonly pages: ProjectPages,
  ) {}

  /** In the order asked. Throws NOT_FOUND when one of them is not for the reader. */
  async check(person: SignedIn, { year, projectIds }: { year: number; projectIds: string[] }, language: SpokenLanguage): Promise<Line[]> {
    const lines: Line[] = [];
    for (const id of projectIds) lines.push(await this.one(person, { year, id }, language));
    return lines;
  }

  private async one(person: SignedIn, { year, id }: { year: number; id: string }, language: SpokenLanguage): Promise<Line> {
    const { state } = await this.pages.read(person, id);
    const about = { projectId: id, reference: state.projectRef ?? state.applicationRef ?? null };
    const decision = await this.rules.decide({ kind: 'project', id }, state, {
      actor: actorOf(person),
      commandId: randomUUID(),
      reason: someReason,
      now: await entityNow(this.db, { kind: 'project', id }),
      command: { type: 'SendNow', payload: { rule: 'report', object: String(year) } },
    });
    if (!decision.ok) {
      const { code, values } = decision.violation;
      return { ...about, possible: false, sentence: problemSentence(code, language, values).says, readers: [] };
    }
    return { ...about, possible: true, sentence: null, readers: await this.readersOf(state, decision.events as ProjectEvent[]) };
  }

  private async readersOf(state: ProjectState, events: ProjectEvent[]): Promise<Line['readers']> {
    const after = events.reduce<ProjectState>((folded, event) => projectDecider.evolve(folded, event), state);
    const intents = events.flatMap((event) => projectNotifications(event, after));
    const directory = await directoryFor(this.db, after, intents);
    const ids = [...new Set(intents.flatMap((intent) => resolveRecipients(intent, after, directory)).map((one) => one.personId))];
    const { people } = await namesIn(this.db, ids);
    return ids.flatMap((personId) => {
      const found = people[personId];
      return found === undefined ? [] : [{ name: found.fullName, country: found.country }];
    });
  }
}
