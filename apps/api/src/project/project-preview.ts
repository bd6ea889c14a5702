import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { projectDecider, type Occurrence, type ProjectEvent, type ProjectState } from '@app/domain';
import type { Sql } from '@app/persistence';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { projectCommandBodies } from '../commands/command-bodies';
import { detachTexts } from '../commands/detach-texts';
import { RuleRoom, type Setting } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { namesIn } from '../http/names';
import { DATABASE } from '../tokens';
import { seesEvent } from './event-sight';
import { explainEvent } from './explain-event';
import { ProjectPages } from './project-pages';
import type { previewAnswer } from './preview.schemas';

type Preview = z.output<typeof previewAnswer>;

/** Asks the rules what a command would do to a project now, and writes nothing. */
@Injectable()
export class ProjectPreview {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
    private readonly rules: RuleRoom,
  ) {}

  /** The preview of a command named as in its route. Throws NOT_FOUND for an unknown command, BAD_INPUT for a body that is not well formed. */
  async preview(person: SignedIn, id: string, asked: { command: string; body: unknown; language: SpokenLanguage }): Promise<Preview> {
    const { state } = await this.pages.read(person, id);
    const type = typeOf(asked.command);
    const checked = projectCommandBodies[type].safeParse(asked.body);
    if (!checked.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(checked.error.issues) });
    const commandId = randomUUID();
    const { payload: detached } = detachTexts(projectCommandBodies[type], checked.data, commandId);
    const { reason, ...payload } = detached as Record<string, unknown> & { reason?: { textId: string; sha256: string } };
    const actor = actorOf(person);
    const question = {
      actor,
      commandId,
      now: await this.pages.now(id),
      command: { type, payload },
      ...(reason === undefined ? {} : { reason }),
    };
    const decision = await this.rules.decide({ kind: 'project', id }, state, question);
    if (!decision.ok) {
      const { code, values } = decision.violation;
      return {
        possible: false,
        violation: { code, ...problemSentence(code, asked.language, values), ...(values && { values }) },
        events: [],
        dates: [],
      };
    }
    const events = decision.events as ProjectEvent[];
    const after = events.reduce<ProjectState>((folded, event) => projectDecider.evolve(folded, event), state);
    const setting = await this.rules.setting(after.policyVersion);
    const names = await namesIn(this.db, events);
    return {
      possible: true,
      events: events.filter((event) => seesEvent(actor, event)).map((event) => explainEvent(event, names, asked.language)),
      dates: movedDates(planOf(state, setting), planOf(after, setting)),
    };
  }
}

function typeOf(command: string): keyof typeof projectCommandBodies {
  const name = command.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase());
  if (!Object.hasOwn(projectCommandBodies, name)) throw new Problem('NOT_FOUND');
  return name as keyof typeof projectCommandBodies;
}

function planOf(state: ProjectState, { policy, calendars }: Setting): Occurrence[] {
  return projectDecider.plan(state, policy, calendars);
}

/** Planned instants that come, go or move; a new series of a deadline keeps its key. */
function movedDates(before: Occurrence[], after: Occurrence[]): Preview['dates'] {
  const from = new Map(before.map((one) => [one.key, one.at]));
  const to = new Map(after.map((one) => [one.key, one.at]));
  const keys = [...new Set([...from.keys(), ...to.keys()])];
  return keys.filter((key) => from.get(key) !== to.get(key)).map((key) => ({ key, from: from.get(key) ?? null, to: to.get(key) ?? null }));
}
