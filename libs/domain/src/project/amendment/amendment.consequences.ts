import type { Deadline } from '../../shared/deadline';
import { closeDeadline } from '../../shared/make-deadline';
import type { Consequences } from '../consequence-rule';
import type { ProjectEvent } from '../project.events';
import type { ProjectState } from '../project.state';
import { todayOf } from '../real-dates';
import type { ChangeSet } from './change-set';
import { clockOf, signingOver, takesEffect } from './take-effect';
import { changesOf } from './open-changes';
import type { Running } from './field-rule';

/** The change whose clock or decision this is. */
function changesBehind(state: ProjectState, { object }: Deadline): ChangeSet[] {
  return changesOf(state).filter((one) => [one.no, clockOf(one, 'sign'), clockOf(one, 'effect')].includes(object));
}

/** What the clock does about change sets: it lets them take effect on their day, and lapse where nobody signed or, if the policy says so, decided. */
export const amendmentConsequences: Consequences = {
  'change-effect': (state, deadline, ctx) => [
    ...closeDeadline(state, deadline.ladder, deadline.object, 'met'),
    ...changesBehind(state, deadline).flatMap((change) => takesEffect(state as Running, change, todayOf(ctx), ctx)),
  ],
  'lapse-change': (state, deadline, ctx) =>
    changesBehind(state, deadline).flatMap((change): ProjectEvent[] => {
      const { changeId, no } = change;
      const why = change.state === 'approved' ? 'unsigned' : 'silence';
      return [
        { type: 'ChangeLapsed', changeId, no, why, at: ctx.now },
        ...closeDeadline(state, deadline.ladder, deadline.object, 'over'),
        ...signingOver(state, change, 'over').filter((event) => !(event.type === 'DeadlineClosed' && event.object === deadline.object)),
      ];
    }),
};
