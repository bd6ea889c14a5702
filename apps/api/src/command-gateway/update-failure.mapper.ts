import { WorkflowUpdateFailedError } from '@temporalio/client';

/** What became of handing a command to its shell. */
export type Handover =
  | { kind: 'queued' }
  /** The shell has a newer revision than the sender saw: final. */
  | { kind: 'stale'; message: string }
  /** Full queue, or an engine that does not answer: the row stays pending and the sweep submits it. */
  | { kind: 'left'; why: string };

/** Says what a failed update means. The failure's type decides, not its class: realms differ. */
export function handoverOf(error: unknown): Handover {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  const type = cause !== undefined && 'type' in cause && typeof cause.type === 'string' ? cause.type : undefined;
  if (type === 'STALE_REVISION') return { kind: 'stale', message: cause?.message ?? type };
  return { kind: 'left', why: type ?? (error instanceof Error ? error.name : 'unknown') };
}
