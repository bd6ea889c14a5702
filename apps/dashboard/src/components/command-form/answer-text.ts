import type { TFunction } from 'i18next';
import { formatDate, formatHalfPoints, formatTime } from '../../lib/format';
import { isUnanswered } from './body-of';
import type { Answers, ChangedValue, ChangeTarget, Choice, Defect, DocumentChoice, FieldSpec, FormBasis } from './field-specs';

interface Reading<C extends FormBasis> {
  context: C;
  answers: Answers;
  t: TFunction;
  language: string;
}

type Asked<C extends FormBasis> = Exclude<FieldSpec<C>, { kind: 'given' | 'within' }>;

function labelOf(choices: Choice[], value: string): string {
  return choices.find((one) => one.value === value)?.label ?? value;
}

/** What was answered, as lines of text for the last look before it is sent. */
export function answerLines<C extends FormBasis>(spec: Asked<C>, value: unknown, reading: Reading<C>): string[] {
  return isUnanswered(value) ? [reading.t('form.notProvided')] : givenLines(spec, value, reading);
}

function givenLines<C extends FormBasis>(spec: Asked<C>, value: unknown, reading: Reading<C>): string[] {
  const { context, answers, t, language } = reading;
  switch (spec.kind) {
    case 'date':
      return [formatDate(value as string, language)];
    case 'moment':
      return [t('time.inZone', { time: formatTime(value as string, language), zone: t('zones.Asia/Shanghai') })];
    case 'choice':
      return [labelOf(spec.options(context, answers), value as string)];
    case 'many':
      return (value as string[]).map((one) => labelOf(spec.options(context, answers), one));
    case 'document':
    case 'documents':
      return [value as DocumentChoice | DocumentChoice[]].flat().map((one) => one.fileName);
    case 'text':
    case 'long-text':
    case 'number':
      return [String(value)];
    default:
      return listLines(spec, value, reading);
  }
}

function changedLines(targets: ChangeTarget[], values: ChangedValue[], t: TFunction, language: string): string[] {
  return values.map((one) => {
    const target = targets.find(({ path }) => path === one.path);
    const told =
      one.said ?? (/^\d{4}-\d{2}-\d{2}$/.test(one.new) ? formatDate(one.new, language) : labelOf(target?.options ?? [], one.new));
    return t('changes.line', { what: target?.label ?? one.path, old: target?.now ?? one.old, new: told });
  });
}

type Listed<C extends FormBasis> = Extract<
  Asked<C>,
  { kind: 'language-documents' | 'scores' | 'defects' | 'changes' | 'decisions' | 'votes' | 'own' }
>;

function listLines<C extends FormBasis>(spec: Listed<C>, value: unknown, { context, answers, t, language }: Reading<C>): string[] {
  switch (spec.kind) {
    case 'own':
      return spec.lines(value, context);
    case 'language-documents':
      return Object.entries(value as Record<string, DocumentChoice>).map(([tag, one]) => `${t(`languages.${tag}`)}: ${one.fileName}`);
    case 'scores': {
      const points = value as Record<string, number>;
      const comments = (answers[spec.comments] ?? {}) as Record<string, string>;
      return spec
        .criteria(context)
        .map(
          ({ code, label, weight }) => `${label}: ${formatHalfPoints(points[code] ?? 0, language)} / ${weight}. ${comments[code] ?? ''}`,
        );
    }
    case 'changes':
      return changedLines(spec.targets(context, answers), value as ChangedValue[], t, language);
    case 'defects':
      return (value as Defect[]).map((one) => `${labelOf(spec.targets(context), one.target)}: ${one.defect}`);
    case 'decisions': {
      const decided = value as Record<string, string>;
      return spec.lines(context).map((line) => `${line.label}: ${t(`decisions.${decided[line.projectId] ?? 'reject'}`)}`);
    }
    case 'votes':
      return (value as { before: string; after: string }[]).map(({ before, after }) =>
        t('form.voteLine', { before: labelOf(spec.pairs(context), before), after: labelOf(spec.pairs(context), after) }),
      );
  }
}
