import { Inject, Injectable } from '@nestjs/common';
import {
  canReadCall,
  needsConsensus,
  reviewTime,
  seesApplicationFigures,
  seesDraftProgress,
  seesReviewOfCall,
  similarTitleGroups,
  type Actor,
  type CallState,
  type Policy,
} from '@app/domain';
import {
  alikeGroups,
  callIntake,
  centresFor,
  checkProgress,
  draftsNearlyComplete,
  expertProgress,
  filesInScoring,
  titledFiles,
  type FileInScoring,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import type * as schemas from './call-figures.schemas';

const attentionShown = 100;
const groupsShown = 40;
const filesNamed = 8;

/** How far a call is: its applications, their check, the experts, and what to look out for. Throws NOT_FOUND or NOT_ALLOWED for whom it is not. */
@Injectable()
export class CallFigures {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly rules: RuleRoom,
  ) {}

  /** How applications come in. */
  async intake(person: SignedIn, id: string): Promise<z.output<typeof schemas.callIntake>> {
    const state = await this.read(person, id, seesApplicationFigures);
    const told = seesDraftProgress(actorOf(person)) && state.subState === 'open';
    return { ...(await callIntake(this.db, id)), nearlyComplete: told ? await draftsNearlyComplete(this.db, id) : null };
  }

  /** How far the formal check is, per officer. */
  async check(person: SignedIn, id: string): Promise<z.output<typeof schemas.callCheck>> {
    await this.read(person, id, seesApplicationFigures);
    return { officers: await checkProgress(this.db, id) };
  }

  /** How far the experts are, and which files lack sheets or are judged too differently. */
  async experts(person: SignedIn, id: string): Promise<z.output<typeof schemas.callExperts>> {
    const state = await this.read(person, id, seesReviewOfCall);
    const { policy } = await this.rules.setting(state.policyVersion);
    const [experts, files] = [await expertProgress(this.db, id), await filesInScoring(this.db, id)];
    const looks = files.map((file) => lookOf(file, policy));
    const attention = looks.filter((look) => look.short || look.divergent);
    return {
      experts,
      files: {
        total: looks.length,
        complete: looks.filter((look) => look.sheets >= look.panel).length,
        short: looks.filter((look) => look.short).length,
        divergent: looks.filter((look) => look.divergent).length,
      },
      attention: attention.slice(0, attentionShown).map(({ short: _, ...look }) => look),
    };
  }

  /** The slowest path from closing to the last sheet, by the call's policy and today's calendars. */
  async reviewTime(person: SignedIn, id: string): Promise<z.output<typeof schemas.callReviewTime>> {
    const state = await this.read(person, id, seesReviewOfCall);
    return reviewTime(state.closesAt, await this.rules.setting(state.policyVersion));
  }

  /** Demonstration centres, and files that look alike. */
  async warnings(person: SignedIn, id: string): Promise<z.output<typeof schemas.callWarnings>> {
    const state = await this.read(person, id, seesApplicationFigures);
    const { policy } = await this.rules.setting(state.policyVersion);
    const titles = await this.alikeTitles(id, policy.duplicate.titleSimilarity);
    return { centres: await centresFor(this.db, id), alike: [...(await alikeGroups(this.db, id, groupsShown)), ...titles] };
  }

  private async alikeTitles(id: string, from: number): Promise<z.output<typeof schemas.callWarnings>['alike']> {
    const files = new Map((await titledFiles(this.db, id)).map((file) => [file.projectId, file]));
    const titled = [...files.values()].map(({ projectId, titles }) => ({ id: projectId, titles }));
    return similarTitleGroups(titled, from)
      .map((group) => group.flatMap((one) => files.get(one) ?? []))
      .sort((a, b) => b.length - a.length)
      .slice(0, groupsShown)
      .map((group) => ({
        likeness: 'title',
        hostCountry: null,
        fieldCode: null,
        count: group.length,
        files: group.slice(0, filesNamed).map(({ projectId, reference }) => ({ projectId, reference, active: false })),
      }));
  }

  private async read(person: SignedIn, id: string, sees: (actor: Actor) => boolean): Promise<CallState> {
    const standing = await this.rules.call(id);
    const actor = actorOf(person);
    if (standing === undefined || !canReadCall(actor, standing.state)) throw new Problem('NOT_FOUND');
    if (!sees(actor)) throw new Problem('NOT_ALLOWED');
    return standing.state;
  }
}

type Look = z.output<typeof schemas.callExperts>['attention'][number] & { short: boolean };

function lookOf({ projectId, reference, centreCandidate, invited, totals }: FileInScoring, { review }: Policy): Look {
  const panel = centreCandidate ? review.centrePanelSize : review.panelSize;
  return {
    projectId,
    reference,
    sheets: totals.length,
    panel,
    invited,
    lowest: totals.length === 0 ? null : Math.min(...totals),
    highest: totals.length === 0 ? null : Math.max(...totals),
    divergent: needsConsensus(totals, review),
    short: totals.length < review.minValidScores,
  };
}
