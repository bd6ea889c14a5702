import type { Report } from '../project.state';
import type { SubState } from '../project.stages';

/** Sub-state of the stage `annual-report`: that of the newest report which is not settled yet, else `operating`. */
export function reportSubState(reports: Report[]): SubState {
  const unsettled = reports.filter((r) => r.state === 'open' || r.state === 'submitted').sort((a, b) => b.year - a.year)[0];
  if (unsettled === undefined) return 'operating';
  return unsettled.state === 'open' ? 'report-open' : 'report-submitted';
}
