import type { FindingCode, Inspection } from './maintenance.contract';

/** What an administrator can do to the shell of one entity. None of them decides anything: the ledger stays as it is. */
export const repairActs = ['sync', 'restart', 'retry', 'roll', 'deliver', 'reconcile', 'reset', 'terminate'] as const;

/** One of them. */
export type RepairAct = (typeof repairActs)[number];

/** What every kind of a repair begins with, where acts are kept. */
export const repairPrefix = 'repair.';

/** Repairs that a second person confirms before anything is done. */
export const dangerousRepairs: readonly RepairAct[] = ['reset', 'terminate'];

/** Repairs that may be asked for many at once: harmless, and each decided by how its entity stands. */
export const repairsForMany = ['sync', 'restart', 'retry', 'roll', 'deliver', 'reconcile'] as const satisfies readonly RepairAct[];

/** How a reset is asked for: to which event of which run, as the blast radius was shown. */
export interface ResetWish {
  runId: string;
  eventId: number;
}

/** Repairs that need a certain trouble, and how its absence is told. */
const mends: Partial<Record<RepairAct, { trouble: FindingCode; absent: string }>> = {
  retry: { trouble: 'ACTIVITY_RETRYING', absent: 'NOTHING_RETRIES' },
  reconcile: { trouble: 'HALTED', absent: 'NOT_HALTED' },
  deliver: { trouble: 'COMMAND_WAITS', absent: 'NOTHING_WAITS' },
};

/** Why a repair makes no sense as things stand, by a code; nothing when it does. */
export function whyNoRepair(act: RepairAct, { running, findings }: Pick<Inspection, 'running' | 'findings'>): string | undefined {
  if (act === 'restart') return running ? 'SHELL_RUNS' : undefined;
  const needs = mends[act];
  if (needs !== undefined) return findings.some(({ code }) => code === needs.trouble) ? undefined : needs.absent;
  return act === 'sync' || running ? undefined : 'SHELL_MISSING';
}
