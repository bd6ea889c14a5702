import type { EngineFindings, RepairAct } from './api/engine';

type Finding = EngineFindings['items'][number];

/** The repair that puts a trouble right wherever it is found; nothing where each case is decided by itself. */
const fittingActs: Partial<Record<string, RepairAct>> = {
  ACTIVITY_RETRYING: 'retry',
  SHELL_MISSING: 'restart',
  SHELL_BEHIND: 'sync',
  LEDGER_BEHIND: 'reconcile',
  HALTED: 'reconcile',
  COMMAND_WAITS: 'deliver',
  WAKE_OVERDUE: 'sync',
};

/** How many are repaired by one request. */
const atOnce = 200;

/** One trouble that several projects and calls have, and what puts it right. */
export interface SameTrouble {
  code: string;
  act: RepairAct;
  entities: { kind: Finding['entityKind']; id: string }[];
}

/** Troubles that are found more than once and have one repair for all; at most 200 of each. */
export function sameTroubles(items: readonly Finding[]): SameTrouble[] {
  return [...new Set(items.map(({ code }) => code))].flatMap((code) => {
    const act = fittingActs[code];
    const found = items.filter((one) => one.code === code);
    if (act === undefined || found.length < 2) return [];
    return [{ code, act, entities: found.slice(0, atOnce).map(({ entityKind, entityId }) => ({ kind: entityKind, id: entityId })) }];
  });
}
