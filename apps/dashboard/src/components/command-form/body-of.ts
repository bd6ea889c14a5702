import type { Answers, AnyCommandForm, ChangedValue, FieldSpec, FormBasis } from './field-specs';

/** Whether nothing was answered. */
export function isUnanswered(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function isAsked<C extends FormBasis>(spec: FieldSpec<C>): spec is Exclude<FieldSpec<C>, { kind: 'given' | 'within' }> {
  return spec.kind !== 'given' && spec.kind !== 'within';
}

/** Fields that people are asked, in order. */
export function askedFields<C extends FormBasis>(form: AnyCommandForm<C>): [string, Exclude<FieldSpec<C>, { kind: 'given' | 'within' }>][] {
  return Object.entries(form.fields).flatMap(([name, spec]) => (isAsked(spec) ? [[name, spec] as [string, typeof spec]] : []));
}

/** Names of required fields without an answer. */
export function unansweredFields<C extends FormBasis>(form: AnyCommandForm<C>, answers: Answers, context: C): string[] {
  return askedFields(form)
    .filter(([name, spec]) => spec.optional !== true && (isUnanswered(answers[name]) || !isComplete(spec, answers, name, context)))
    .map(([name]) => name);
}

function isComplete<C extends FormBasis>(spec: FieldSpec<C>, answers: Answers, name: string, context: C): boolean {
  const value = answers[name] as Record<string, unknown>;
  switch (spec.kind) {
    case 'scores': {
      const comments = (answers[spec.comments] ?? {}) as Record<string, string>;
      return spec.criteria(context).every(({ code }) => typeof value[code] === 'number' && !isUnanswered(comments[code]?.trim()));
    }
    case 'changes':
      return (answers[name] as Record<string, string>[]).every((one) => Object.values(one).every((part) => part !== ''));
    case 'defects':
      return (answers[name] as Record<string, string>[]).every((one) => Object.values(one).every((part) => part.trim() !== ''));
    case 'language-documents':
      return spec.languages.every((language) => value[language] !== undefined);
    case 'decisions':
      return spec.lines(context).every((line) => value[line.projectId] !== undefined);
    default:
      return true;
  }
}

function wireValue<C extends FormBasis>(spec: FieldSpec<C>, value: unknown): unknown {
  switch (spec.kind) {
    case 'choice':
      return spec.numeric === true ? Number(value) : value;
    case 'text':
    case 'long-text':
      return (value as string).trim();
    case 'language-documents':
      return Object.entries(value as Record<string, unknown>).map(([language, ref]) => ({ language, ref: bareRef(ref) }));
    case 'document':
      return bareRef(value);
    case 'documents':
      return (value as unknown[]).map(bareRef);
    case 'changes':
      return (value as ChangedValue[]).map(changedItem);
    case 'decisions':
      return Object.entries(value as Record<string, string>).map(([projectId, decision]) => ({ projectId, decision }));
    default:
      return value;
  }
}

function changedItem({ path, old, new: value, as, organizationId, personId }: ChangedValue): Record<string, string> {
  if (as === 'text') return { path, old, text: value.trim() };
  if (organizationId === undefined || personId === undefined) return { path, old, new: value.trim() };
  return { path: `parties/${organizationId}/role`, old, new: value, personId };
}

function bareRef(value: unknown): { documentId: string; sha256: string } {
  const { documentId, sha256 } = value as { documentId: string; sha256: string };
  return { documentId, sha256 };
}

function sentValue<C extends FormBasis>(spec: FieldSpec<C>, value: unknown, context: C): unknown {
  if (spec.kind === 'within') return value;
  return spec.kind === 'own' ? spec.wire(value, context) : wireValue(spec, value);
}

/** The body of the command: what was answered, what the page knows, nothing that was left empty. */
export function bodyOf<C extends FormBasis>(form: AnyCommandForm<C>, answers: Answers, context: C): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(form.fields)) {
    if (spec.kind === 'given') {
      const value = spec.value(context, answers);
      if (value !== undefined) body[name] = value;
    } else if (!isUnanswered(answers[name])) body[name] = sentValue(spec, answers[name], context);
  }
  return body;
}
