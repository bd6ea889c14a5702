import { stages } from '../../lib/stages';

/** Columns that are folded up until somebody opens them. */
const usuallyShut = ['closed'];

/** The folded columns as the address tells them: nothing for the usual ones, `-` for none. */
export function shutColumns(shut: string | undefined): string[] {
  if (shut === undefined) return usuallyShut;
  return shut.split(',').filter((stage) => (stages as readonly string[]).includes(stage));
}

/** The address after a column was folded or opened; nothing when that is as usual. */
export function toggled(shut: string | undefined, stage: string): string | undefined {
  const before = shutColumns(shut);
  const after = stages.filter((one) => (one === stage ? !before.includes(one) : before.includes(one)));
  if (after.join() === usuallyShut.join()) return undefined;
  return after.length === 0 ? '-' : after.join(',');
}

/** The stage beside another, left or right; at the ends it stays. */
export function stageBeside(stage: string, direction: -1 | 1): string {
  const at = (stages as readonly string[]).indexOf(stage) + direction;
  return stages[Math.min(Math.max(at, 0), stages.length - 1)] ?? stage;
}

/** Whole days since an instant. */
export function daysSince(instant: string, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(instant)) / 86_400_000));
}
