import { formalZone, instantAt } from '../calendar/zone';
import type { ConsequenceCode } from '../shared/deadline';
import type { DecideContext } from '../shared/decision';
import type { LocalDate } from '../shared/local-date';
import { setDeadline } from '../shared/make-deadline';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';

/** What the clock does at 00:00 Beijing of a day that was agreed or decided, and who is told of trouble with it. */
export interface DayClock {
  object: string;
  on: LocalDate;
  code: ConsequenceCode;
  policyKey: string;
  owner: 'CO' | 'SH';
  /** Runs on during a hold. */
  runsOnHold?: boolean;
}

/** Sets the clock that does something when a day begins: at 00:00 Beijing, on that very day whether it is worked or not. */
export function dayClock(
  { object, on, code, policyKey, owner, runsOnHold = false }: DayClock,
  state: ProjectState,
  ctx: DecideContext,
): ProjectEvent {
  const at = instantAt(on, '00:00', formalZone);
  return setDeadline(
    {
      ladder: 'clock',
      object,
      fixedOn: on,
      endsAt: at,
      set: ['CN'],
      roll: 'none',
      policyKey,
      owner: { role: owner },
      country: 'CN',
      runsOnHold,
      consequences: [{ code, policyKey, at }],
    },
    state,
    ctx,
  );
}
