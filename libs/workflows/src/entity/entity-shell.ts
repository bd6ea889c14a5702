import {
  ActivityFailure,
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  log,
  makeContinueAsNewFunc,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { EntityRef } from './entity-ids';
import { rollSignal, snapshotQuery, submitUpdate, syncSignal } from './entity.contract';
import type { EntityInput } from './entity.contract';
import { commit, dispatch, storeFailure } from './activity-proxies';
import { OneTimer } from './one-timer';
import { toPairs } from './search-attributes';
import { ShellState } from './shell-state';

const lookAgainMs = 60_000;

/**
 * The life of one entity: orders its commands, keeps its one timer, copies the view that commit returned. It folds nothing and knows
 * no rule; what it does depends on that view, on messages and on time. Ends when the entity is archived, or was never born.
 */
export async function runEntity(entity: EntityRef, carry: EntityInput['carry']): Promise<void> {
  const shell = new ShellState(entity, carry);
  const timer = new OneTimer();

  setHandler(submitUpdate, (command) => shell.accept(command), {
    validator: (command) => {
      const refusal = shell.refusalOf(command);
      if (refusal) throw ApplicationFailure.nonRetryable(refusal.message, refusal.code);
    },
  });
  setHandler(rollSignal, () => shell.askToRoll());
  setHandler(syncSignal, (occasion: { key?: string } | undefined) => shell.acceptSync(String(occasion?.key)));
  setHandler(snapshotQuery, () => shell.snapshot());
  // Messages of the first task come in before anything is done: a first command asks the ledger in passing.
  await Promise.resolve();

  const live = async (): Promise<void> => {
    while (!shell.isOver()) {
      // A worker that has lost the run replays a task without commands together with the next: the answer to a message must come before what
      // follows from it, as it does when both come apart, or the history could never be replayed again.
      if (!allHandlersFinished()) await condition(allHandlersFinished);
      if (shell.mustRoll(workflowInfo())) {
        await makeContinueAsNewFunc<(input: EntityInput) => Promise<void>>()({ id: entity.id, carry: shell.carry() });
      } else if (shell.mustAskLedger()) shell.acceptSync('start');
      else if (shell.mustDispatch()) await dispatchOnce(entity, shell);
      else if (shell.queue.length > 0) await commitFirst(entity, shell);
      else if (!shell.isUnborn()) await rest(shell, timer);
      else if (!(await condition(() => shell.hasWork(), lookAgainMs))) return;
    }
  };
  await CancellationScope.nonCancellable(live); // A stray "Cancel" must not end a project.
  await condition(allHandlersFinished);
}

async function rest(shell: ShellState, timer: OneTimer): Promise<void> {
  const wakeAt = shell.wakeAt();
  if (wakeAt === undefined) {
    timer.disarm();
    await condition(() => shell.hasWork());
  } else if (wakeAt <= Date.now() || timer.isDue(wakeAt)) {
    shell.acceptWake();
  } else {
    timer.arm(wakeAt, shell.view.next?.rule ?? '');
    await condition(() => shell.hasWork() || timer.isDue(wakeAt));
  }
}

async function commitFirst(entity: EntityRef, shell: ShellState): Promise<void> {
  const command = shell.queue[0]!;
  try {
    const result = await commit({ entity, command, viewRev: shell.view.rev, viewHead: shell.view.head, now: Date.now() });
    if (result.view === undefined) {
      shell.halted();
      await condition(() => shell.wasToldToRead(), lookAgainMs);
      return;
    }
    const { fruitlessWake } = shell.take({ ...result, view: result.view }, Date.now());
    if (fruitlessWake) log.error('a wake-up changed nothing', { commandId: command.id });
    if (result.attributes) upsertSearchAttributes(toPairs(result.attributes));
    setCurrentDetails(shell.view.summary);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error; // A bug of ours fails the task until a deploy, not the project.
    log.error('a command failed', { commandId: command.id, type: command.type });
    if (command.type === 'Wake') shell.wakeFailed(Date.now());
    else if (command.type !== 'Sync') await storeFailure({ entity, commandId: command.id, reason: codeOf(error) });
  }
  shell.finishFirst();
}

async function dispatchOnce(entity: EntityRef, shell: ShellState): Promise<void> {
  shell.dispatched();
  try {
    await dispatch({ entity });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('dispatch is left to the sweep');
  }
}

function codeOf(failure: ActivityFailure): string {
  return failure.cause instanceof ApplicationFailure ? (failure.cause.type ?? 'COMMIT_FAILED') : 'COMMIT_FAILED';
}
