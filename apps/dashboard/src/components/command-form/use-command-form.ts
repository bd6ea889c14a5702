import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { mayRepeat, newCommandId, sendCommand, type CommandAnswer } from '../../lib/commands';
import { problemIn } from '../../lib/problem';
import { askedFields, bodyOf, unansweredFields } from './body-of';
import type { Answers, AnyCommandForm, FormBasis } from './field-specs';

/** What a form needs to send its command. */
export interface CommandTarget {
  /** Where the command is posted. */
  address: string;
}

/** A form being filled in, checked or sent. */
export interface FormState {
  step: 'fill' | 'check' | 'done';
  answers: Answers;
  /** Fields to correct, with the sentence to show at each. */
  errors: Record<string, string>;
  /** Counts refusals, so that the summary takes the focus anew each time. */
  attempt: number;
  refusal: Error | undefined;
  sending: boolean;
  answer: CommandAnswer | undefined;
  set: (name: string, value: unknown) => void;
  /** Goes on: to the check of the answers, or to the server. */
  submit: () => void;
  /** Goes back from the check to the answers. */
  change: () => void;
}

/** Keeps a form's answers and sends its command once: the same id again after a lost connection, a new one after a refusal. */
export function useCommandForm<C extends FormBasis>(
  form: AnyCommandForm<C>,
  { context, target, missing, first }: { context: C; target: CommandTarget; missing: (field: string) => string; first: Answers },
): FormState {
  const [step, setStep] = useState<'fill' | 'check'>('fill');
  const [answers, setAnswers] = useState<Answers>(first);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const [commandId, setCommandId] = useState(newCommandId);
  const sending = useMutation({
    mutationFn: () => sendCommand({ ...target, commandId, body: bodyOf(form, answers, context) }),
    onError: (error) => {
      if (!mayRepeat(error)) setCommandId(newCommandId());
      setErrors(fieldErrorsOf(error));
      setStep('fill');
      setAttempt((n) => n + 1);
    },
  });
  const submit = (): void => {
    if (sending.isPending) return;
    const open = unansweredFields(form, answers, context);
    setErrors(Object.fromEntries(open.map((name) => [name, missing(name)])));
    if (open.length > 0) {
      sending.reset();
      setAttempt((n) => n + 1);
    } else if (form.irreversible === true && step === 'fill' && askedFields(form).length > 0) setStep('check');
    else sending.mutate();
  };
  return {
    step: sending.data === undefined ? step : 'done',
    answers,
    errors,
    attempt,
    refusal: sending.error ?? undefined,
    sending: sending.isPending,
    answer: sending.data,
    set: (name, value) => setAnswers((known) => ({ ...known, [name]: value })),
    submit,
    change: () => setStep('fill'),
  };
}

/** The server's field errors by field of the form: `items.0.defect` belongs to `items`. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  const entries = Object.entries(problemIn(error)?.fieldErrors ?? {});
  return Object.fromEntries(entries.map(([path, sentence]) => [path.split('.')[0] ?? path, sentence]));
}
