import { defineSignal } from '@temporalio/workflow';

/** Name of the desk's workflow type. */
export const mailDeskWorkflowType = 'mailDeskWorkflow';

/** Workflow id of the desk of one shard of recipients. */
export function mailDeskIdOf(shard: string): string {
  return `mail-desk/${shard}`;
}

/** The shard a workflow id names; nothing when the id is not a desk's. */
export function mailDeskShardOf(workflowId: string): string | undefined {
  return /^mail-desk\/(.+)$/.exec(workflowId)?.[1];
}

/** Argument of the desk. Times are real epoch milliseconds. */
export interface MailDeskInput {
  shard: string;
  /** When to look next; at once when absent. */
  dueAt?: number;
  /** History length above which the desk continues as new. */
  rollAt?: number;
}

/** Something can leave at an earlier instant than the desk knows of. `atMs`: real epoch milliseconds. */
export const dueSignal = defineSignal<[{ atMs: number }]>('due');
