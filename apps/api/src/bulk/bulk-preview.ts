import { Inject, Injectable } from '@nestjs/common';
import { foresee, projectDecider, type Actor, type Command, type ProjectState } from '@app/domain';
import { idInRun, projectStandings, reasonInRun, type NewBulkRow, type ProjectStanding, type Sql } from '@app/persistence';
import { RuleRoom } from '../commands/rule-room';
import { DATABASE } from '../tokens';
import type { BulkPlace, Meant } from './bulk-commands';

/** What is to be looked at for each project. */
export interface BulkQuestion {
  runId: string;
  actor: Actor;
  reason: string;
  /** The command for a project, or why it means nothing there. */
  meant: (place: BulkPlace, id: string) => Meant;
  commandType: string;
}

/** Projects read at once: their states are large. */
const readAtOnce = 250;
const askedAtOnce = 8;

/** Asks the rules, project by project, what a command would do now, and writes nothing. */
@Injectable()
export class BulkPreview {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** In the order of the ids; those that do not exist are left out. */
  async rows(question: BulkQuestion, ids: readonly string[]): Promise<NewBulkRow[]> {
    const rows: NewBulkRow[] = [];
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const page = ids.slice(from, from + readAtOnce);
      const found = new Map((await projectStandings(this.db, page)).map((one) => [one.id, one]));
      const standings = page.flatMap((id) => found.get(id) ?? []);
      for (let at = 0; at < standings.length; at += askedAtOnce)
        rows.push(...(await Promise.all(standings.slice(at, at + askedAtOnce).map((one) => this.row(question, one)))));
    }
    return rows;
  }

  private async row(question: BulkQuestion, standing: ProjectStanding): Promise<NewBulkRow> {
    const { id, rev, now } = standing;
    const seen = { entityId: id, expectedRev: rev };
    const state = await this.stateOf(standing);
    if (state === undefined) return { ...seen, verdict: 'refuse', code: 'UNKNOWN_OBJECT' };
    const meant = question.meant({ state, setting: await this.rules.setting(state.policyVersion), now }, id);
    if ('refused' in meant) return { ...seen, verdict: 'refuse', code: meant.refused };
    const command: Command = { type: question.commandType, payload: meant.payload };
    const decision = await this.rules.decide({ kind: 'project', id }, state, {
      ...{ actor: question.actor, commandId: idInRun(question.runId, id), now, command },
      reason: reasonInRun(question.runId, id, question.reason),
    });
    const of = { ...seen, payload: meant.payload, ...(meant.before === undefined ? {} : { before: meant.before }) };
    if (!decision.ok) {
      const { code, values } = decision.violation;
      return { ...of, verdict: 'refuse', code, ...(values === undefined ? {} : { values }) };
    }
    const events = decision.events.map(({ type }) => type);
    return { ...of, events, verdict: events.includes('ProposalMade') ? 'propose' : 'apply' };
  }

  /** As it stands, with what the clock owes until now: that is decided before any command. */
  private async stateOf({ id, stateSchema, state, nextWakeAt, now }: ProjectStanding): Promise<ProjectState | undefined> {
    const stands = stateSchema === projectDecider.schema ? (state as ProjectState) : (await this.rules.project(id))?.state;
    if (stands === undefined || nextWakeAt === null || nextWakeAt.getTime() > Date.now()) return stands;
    return foresee(projectDecider, id, stands, { ...(await this.rules.setting(stands.policyVersion)), until: now }).state;
  }
}
