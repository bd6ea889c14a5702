import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import { sweepEveryMs, sweepScheduleId, sweepWorkflowType, taskQueues } from '@app/workflows';

/** Makes the Schedule of the sweep where it is missing, and lets it run once now. Safe to repeat at every start. */
export async function ensureSweepSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: sweepScheduleId,
      spec: { intervals: [{ every: sweepEveryMs }] },
      action: { type: 'startWorkflow', workflowType: sweepWorkflowType, workflowId: 'sweep', taskQueue: taskQueues.project, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: sweepEveryMs },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
  await client.schedule.getHandle(sweepScheduleId).trigger();
}
