import { answerLines } from '../../components/command-form/answer-text';
import { bodyOf, isUnanswered } from '../../components/command-form/body-of';
import { commandTypeOf, type ProjectCommandBody } from '../../lib/commands';
import { actFormOf, askedOfAct } from './commands/act-forms';
import type { ProjectFormContext } from './commands/project-form';
import { isThoughtAct, type ThoughtAct } from './what-if-acts';

type WireActs = ProjectCommandBody<'modify'>['acts'];

/** Acts that were queued, as a form keeps them. */
export function actsAmong(value: unknown): ThoughtAct[] {
  return Array.isArray(value) ? value.filter(isThoughtAct) : [];
}

/** An act in words: its name, then what was answered. */
export function actLines({ command, answers }: ThoughtAct, context: ProjectFormContext): string[] {
  const { t, language } = context;
  const form = actFormOf(command);
  if (form === undefined) return [];
  const asked = askedOfAct(form).filter(([name, { optional }]) => optional !== true || !isUnanswered(answers[name]));
  return [
    t(`forms.project.${command}.title`),
    ...asked.flatMap(([name, spec]) => answerLines(spec, answers[name], { context, answers, t, language })),
  ];
}

/** The acts as the API takes them: types and payloads; the reason stands beside them, once for all. */
export function modifyActsOf(acts: readonly ThoughtAct[], context: ProjectFormContext): WireActs {
  const wire = acts.flatMap(({ command, answers }) => {
    const form = actFormOf(command);
    if (form === undefined) return [];
    const { reason: _, ...payload } = bodyOf(form, answers, context);
    return [{ type: commandTypeOf(command), payload }];
  });
  // Checked by the API, as every body is; the forms themselves are typed by the same bodies.
  return wire as WireActs;
}
