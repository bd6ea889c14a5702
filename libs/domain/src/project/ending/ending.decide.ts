import type { DecideContext } from '../../shared/decision';
import type { ProjectDecision } from '../project-rule';
import type { ProjectState } from '../project.state';
import type { EndingCommand } from './ending.commands';
import { decideTakeUp } from './take-up';
import { decideTermination } from './termination';

/**
 * Answers a command that ends a project or takes one up again.
 * @param confirmed whether the second person has said yes
 */
export function decideEnding(state: ProjectState, command: EndingCommand, ctx: DecideContext, confirmed: boolean): ProjectDecision {
  return command.type === 'DecideTermination'
    ? decideTermination(state, command, ctx, confirmed)
    : decideTakeUp(state, command, ctx, confirmed);
}
