import { bodyOf } from '../../../components/command-form/body-of';
import type { WireAct } from '../api/what-if';
import type { ThoughtAct } from '../what-if-acts';
import { projectFormOf } from '.';
import type { ProjectFormContext } from './project-form';

/** An act as the API takes it; `why` is its reason where it asks for one. */
export function wireAct({ command, answers, afterDays }: ThoughtAct, context: ProjectFormContext, why: string): WireAct {
  const form = projectFormOf(command);
  if (form === undefined) throw new Error(`${command} has no form`);
  const reason = 'reason' in form.fields ? { reason: why } : {};
  return { command, afterDays, body: bodyOf(form, { ...answers, ...reason }, context) };
}
