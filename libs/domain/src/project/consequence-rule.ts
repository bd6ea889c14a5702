import type { ConsequenceCode, Deadline } from '../shared/deadline';
import type { DecideContext } from '../shared/decision';
import type { ProjectEvent } from './project.events';
import type { ProjectState } from './project.state';

/** What the clock does at a deadline's moment: the events that follow `ConsequenceReached`. */
export type Consequences = Partial<
  Record<ConsequenceCode, (state: ProjectState, deadline: Deadline, ctx: DecideContext) => ProjectEvent[]>
>;
