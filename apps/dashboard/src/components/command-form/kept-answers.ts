import { newCommandId } from '../../lib/commands';
import { forget, keep, keptUnder } from '../../lib/kept';
import type { Answers } from './field-specs';

/** A form as it was left: its answers, the id its command will have, and the revision that was shown then. */
export interface KeptForm {
  commandId: string;
  answers: Answers;
  rev?: number | undefined;
}

function nameOf(address: string, first: Answers): string {
  return `form${address}/${JSON.stringify(first)}`;
}

function isKeptForm(value: unknown): value is KeptForm {
  if (typeof value !== 'object' || value === null) return false;
  const { commandId, answers } = value as Partial<KeptForm>;
  return typeof commandId === 'string' && typeof answers === 'object' && answers !== null;
}

/**
 * The form as this person left it in this browser, or a new one, which is kept at once: two windows of the same form then have the same command id, and
 * the server carries it out once.
 */
export function openKept(address: string, first: Answers, rev: number | undefined): KeptForm & { restored: boolean } {
  const kept = keptUnder(nameOf(address, first));
  if (isKeptForm(kept)) return { ...kept, restored: JSON.stringify(kept.answers) !== JSON.stringify(first) };
  const fresh: KeptForm = { commandId: newCommandId(), answers: first, rev };
  keep(nameOf(address, first), fresh);
  return { ...fresh, restored: false };
}

/** Keeps a form as it is now. */
export function keepForm(address: string, first: Answers, form: KeptForm): void {
  keep(nameOf(address, first), form);
}

/** Forgets a form: it was sent, or is to be filled in anew. */
export function forgetForm(address: string, first: Answers): void {
  forget(nameOf(address, first));
}
