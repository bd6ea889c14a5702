import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { sweepEveryMs, sweepScheduleId, sweepWorkflowType, taskQueues } from '@app/workflows';

const spec = { intervals: [{ every: sweepEveryMs }] };

/**
 * Makes the Schedule of the sweep where it is missing, brings one that an earlier release made to the interval of this one, and lets it run once now.
 * Safe to repeat at every start; a schedule that somebody has paused stays paused.
 */
export async function ensureSweepSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: sweepScheduleId,
      spec,
      action: { type: 'startWorkflow', workflowType: sweepWorkflowType, workflowId: 'sweep', taskQueue: taskQueues.project, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: sweepEveryMs },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await keepInterval(client);
  }
  await client.schedule.getHandle(sweepScheduleId).trigger();
}

async function keepInterval(client: Client): Promise<void> {
  const handle = client.schedule.getHandle(sweepScheduleId);
  const { intervals } = (await handle.describe()).spec;
  if (intervals?.length === 1 && intervals[0]?.every === sweepEveryMs) return;
  await handle.update(({ action, policies, state }) => ({ action, policies: { ...policies, catchupWindow: sweepEveryMs }, state, spec }));
}
