import { bodyOf } from '../../../components/command-form/body-of';
import type { WireAct } from '../api/what-if';
import type { ThoughtAct } from '../what-if-acts';
import { projectFormOf } from '.';
import type { ProjectFormContext } from './project-form';

/** Acts as the API takes them; `why` is the reason of each that asks for one and was given none. */
export function wireActs(acts: readonly ThoughtAct[], context: ProjectFormContext, why: string): WireAct[] {
  return acts.flatMap(({ command, answers, afterDays }) => {
    const form = projectFormOf(command);
    if (form === undefined) return [];
    const reason = 'reason' in form.fields ? { reason: why } : {};
    return [{ command, afterDays, body: bodyOf(form, { ...answers, ...reason }, context) }];
  });
}
