import type { DecideContext } from '../../shared/decision';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { ended } from './termination';

/** Object of the clock that ends a project on the day on which its parties agreed. */
export const earlyEndObject = 'early-end';

/** The day has come on which the parties agreed: the project ends before its MoU ends by itself. */
export function endEarly(state: ProjectState, ctx: DecideContext): ProjectEvent[] {
  return ended(state, 'terminated', ctx);
}
