import type { BulkStep } from '@app/workflows';
import { accountPerson, bulkWorkRows, findBulkRun, lookAtBulkRun, passCanary, type BulkRun } from '@app/persistence';
import { chaosPoint } from '@app/platform';
import { nextMove } from './bulk-move';
import { finishBulk } from './finish-bulk';
import { answered, begin, mostAtOnce, sendSome, type BulkTools } from './send-rows';
import type { BulkActors } from './send-row';

const lookAgainMs = 5_000;

/** What a step needs beside what sending needs. */
interface StepTools {
  /** How long a step goes on before it lets the workflow note that it is alive. */
  stepMs: number;
}

/**
 * One step of a run: rows are sent at the chosen speed, so many at once, each is answered and written down; every second it looks whether to stop. What was
 * sent is answered before the step ends, so that a worker that ends in order leaves nothing under way.
 */
export async function advanceBulk(tools: BulkTools & StepTools, runId: string): Promise<BulkStep> {
  const until = Date.now() + tools.stepMs;
  const started = await findBulkRun(tools.db, runId);
  if (started === undefined) return { next: 'end' };
  const actors = await actorsOf(tools, started);
  if (actors === undefined) return finishBulk(tools.db, started, { state: 'halted', code: 'AUTHOR_INACTIVE' });
  // Sent by a step before this one that did not live to see the answer.
  const left = await bulkWorkRows(tools.db, runId, { state: 'sent', limit: mostAtOnce });
  await Promise.all(left.map((row) => begin(tools, started, actors, row)));
  await answered(tools, started, actors);
  for (;;) {
    const step = await move(tools, runId, actors);
    if (step !== undefined) return step;
    if (Date.now() >= until) {
      await answered(tools, started, actors);
      return { next: 'go-on' };
    }
  }
}

/** Does what is next; nothing while there is more to do at once. */
async function move(tools: BulkTools, runId: string, actors: BulkActors): Promise<BulkStep | undefined> {
  const seen = await lookAtBulkRun(tools.db, runId);
  const run = await findBulkRun(tools.db, runId);
  if (seen === undefined || run === undefined) return { next: 'end' };
  tools.heartbeat({ waiting: run.counts.waiting });
  const next = nextMove({ ...run, stopAsked: seen.stopAsked });
  switch (next.do) {
    case 'end':
      return finishBulk(tools.db, run, next);
    case 'rest':
      return { next: run.state === 'checked' ? 'wait' : 'end' };
    case 'await':
      return (await answered(tools, run, actors)) ? undefined : { next: 'wait', afterMs: lookAgainMs };
    case 'pass':
      await passCanary(tools.db, runId);
      await chaosPoint('bulk.canary-passed');
      return undefined;
    case 'send':
      await sendSome(tools, run, actors, next.limit);
      return undefined;
  }
}

/** The people as they are now: a role that was lost since is lost here, too. Nothing when whoever asked may no longer act at all. */
async function actorsOf({ db }: BulkTools, run: BulkRun): Promise<BulkActors | undefined> {
  const author = await accountPerson(db, run.createdBy);
  const second = run.secondId === null ? undefined : await accountPerson(db, run.secondId);
  if (author === undefined) return undefined;
  return { author: actorFor(author), second: second === undefined ? undefined : actorFor(second) };
}

function actorFor({ personId, roles, country }: NonNullable<Awaited<ReturnType<typeof accountPerson>>>): BulkActors['author'] {
  return { kind: 'person', personId, roles, country };
}
