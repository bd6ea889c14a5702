import { resolve, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  findProjectId,
  findReplayCheck,
  openReplayCheck,
  type ActEntity,
  type ReplayCheck,
  type ReplayDifference,
  type Sql,
} from '@app/persistence';
import type { Config } from '@app/platform';
import { entityOf } from '@app/workflows';
import type { z } from 'zod';
import { Maintenance } from '../command-gateway/maintenance';
import type { CommandCall } from '../commands/command-call.decorator';
import { Problem } from '../errors/problem';
import { CONFIG, DATABASE } from '../tokens';
import type { replayCheckAnswer, replayCheckBody } from './replay-checks.schemas';

type Answer = z.output<typeof replayCheckAnswer>;

/** Has the worker replay runs; nothing is replayed here. */
@Injectable()
export class ReplayCheckDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(CONFIG) private readonly config: Config,
    private readonly maintenance: Maintenance,
  ) {}

  /** Asks for a check, once under its key. Throws NOT_FOUND, CANDIDATE_OUTSIDE and KEY_REUSED. */
  async ask({ commandId, person }: CommandCall, { project, candidate }: z.output<typeof replayCheckBody>): Promise<Answer> {
    if (candidate !== undefined) this.refuseOutside(candidate);
    const entity = project === undefined ? null : await this.projectOf(project);
    const opened = await openReplayCheck(this.db, { id: commandId, askedBy: person.personId, entity, candidate: candidate ?? null });
    if (opened === 'key-reused') throw new Problem('KEY_REUSED');
    await this.maintenance.start({ task: 'replay-check', id: commandId });
    return this.read(commandId);
  }

  /** One check. Throws NOT_FOUND. */
  async read(id: string): Promise<Answer> {
    const check = await findReplayCheck(this.db, id);
    if (check === undefined) throw new Problem('NOT_FOUND');
    return answerOf(check);
  }

  private async projectOf(wanted: string): Promise<ActEntity> {
    const id = await findProjectId(this.db, wanted);
    if (id === undefined) throw new Problem('NOT_FOUND');
    return { kind: 'project', id };
  }

  /** The worker looks again, at what links lead to. */
  private refuseOutside(candidate: string): void {
    const folder = this.config.temporal.candidatesDir;
    if (!resolve(folder, candidate).startsWith(folder + sep)) throw new Problem('CANDIDATE_OUTSIDE');
  }
}

/** A check as the API tells it. */
export function answerOf({ askedBy: _, entity, askedAt, endedAt, differences, ...check }: ReplayCheck): Answer {
  return {
    ...check,
    entityKind: entity?.kind ?? null,
    entityId: entity?.id ?? null,
    differences: differences.map(differenceOf),
    askedAt: askedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function differenceOf(difference: ReplayDifference): Answer['differences'][number] {
  const entity = entityOf(difference.workflowId);
  return { ...difference, entityKind: entity?.kind ?? null, entityId: entity?.id ?? null };
}
