import type { Inspection } from './maintenance.contract';

/** What an administrator can do to the shell of one entity. None of them decides anything: the ledger stays as it is. */
export const repairActs = ['sync', 'restart', 'roll', 'deliver', 'reconcile', 'reset', 'terminate'] as const;

/** One of them. */
export type RepairAct = (typeof repairActs)[number];

/** What every kind of a repair begins with, where acts are kept. */
export const repairPrefix = 'repair.';

/** Repairs that a second person confirms before anything is done. */
export const dangerousRepairs: readonly RepairAct[] = ['reset', 'terminate'];

/** How a reset is asked for: to which event of which run, as the blast radius was shown. */
export interface ResetWish {
  runId: string;
  eventId: number;
}

/** Why a repair makes no sense as things stand, by a code; nothing when it does. */
export function whyNoRepair(act: RepairAct, { running, findings }: Pick<Inspection, 'running' | 'findings'>): string | undefined {
  const found = (code: string): boolean => findings.some((one) => one.code === code);
  if (act === 'restart') return running ? 'SHELL_RUNS' : undefined;
  if (act === 'reconcile') return found('HALTED') ? undefined : 'NOT_HALTED';
  if (act === 'deliver') return found('COMMAND_WAITS') ? undefined : 'NOTHING_WAITS';
  return act === 'sync' || running ? undefined : 'SHELL_MISSING';
}
