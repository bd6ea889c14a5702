import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mayRepeat, sendCommand, type CommandAnswer } from '../../lib/commands';
import { problemIn } from '../../lib/problem';
import { useSessionEnd } from '../../lib/use-session-end';
import { askedFields, bodyOf, unansweredFields } from './body-of';
import type { Answers, AnyCommandForm, FormBasis } from './field-specs';
import { useKeptForm } from './use-kept-form';

/** What a form needs to send its command. */
export interface CommandTarget {
  /** Where the command is posted. */
  address: string;
  /** Revision its sender has seen, where it matters that nobody changed anything since. */
  expectedRev?: number | undefined;
  /** Revision that is shown, to say of restored answers whether they are older. */
  rev?: number | undefined;
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
  /** The answers were typed earlier and kept in this browser; `older`: another revision was shown then. */
  restored: 'same' | 'older' | undefined;
  set: (name: string, value: unknown) => void;
  /** Goes on: to the check of the answers, or to the server. */
  submit: () => void;
  /** Goes back from the check to the answers. */
  change: () => void;
  /** Throws restored answers away. */
  startAnew: () => void;
}

interface FormDoor<C extends FormBasis> {
  context: C;
  target: CommandTarget;
  missing: (field: string) => string;
  first: Answers;
  onSent?: ((answer: CommandAnswer) => void) | undefined;
}

/**
 * Keeps a form's answers, here and in this browser, and sends its command once: the same id again after a lost connection, after a refresh and from a
 * second window, a new one after a refusal.
 */
export function useCommandForm<C extends FormBasis>(form: AnyCommandForm<C>, door: FormDoor<C>): FormState {
  const { context, target, missing, first, onSent } = door;
  const [step, setStep] = useState<'fill' | 'check'>('fill');
  const kept = useKeptForm(target.address, first, target.rev);
  const { answers } = kept;
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const sending = useMutation({
    mutationFn: () => sendCommand({ ...target, commandId: kept.commandId(), body: bodyOf(form, answers, context) }),
    onSuccess: (answer) => {
      kept.sent();
      onSent?.(answer);
    },
    onError: (error) => {
      if (!mayRepeat(error) && problemIn(error)?.status !== 401) kept.renewId();
      setErrors(fieldErrorsOf(error));
      setStep('fill');
      setAttempt((n) => n + 1);
    },
  });
  useForgetRefusal(sending);
  const submit = (): void => {
    if (sending.isPending) return;
    const open = unansweredFields(form, answers, context);
    setErrors(Object.fromEntries(open.map((name) => [name, missing(name)])));
    if (open.length > 0) {
      sending.reset();
      setAttempt((n) => n + 1);
    } else if (goesToCheck(form, step)) setStep('check');
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
    restored: kept.restored,
    set: kept.set,
    submit,
    change: () => setStep('fill'),
    startAnew: kept.startAnew,
  };
}

/** Whether the next step is the last look at the answers: where there are some, and it cannot be taken back. */
export function goesToCheck<C extends FormBasis>(form: AnyCommandForm<C>, step: FormState['step']): boolean {
  return form.irreversible === true && step === 'fill' && askedFields(form).length > 0;
}

/** Whoever signed in again need not read that he was signed out. */
function useForgetRefusal(sending: { error: Error | null; reset: () => void }): void {
  const { round } = useSessionEnd();
  const seen = useRef(round);
  const { error, reset } = sending;
  useEffect(() => {
    if (seen.current === round) return;
    seen.current = round;
    if (problemIn(error)?.status === 401) reset();
  }, [round, error, reset]);
}

/** The server's field errors by field of the form: `items.0.defect` belongs to `items`. */
function fieldErrorsOf(error: unknown): Record<string, string> {
  const entries = Object.entries(problemIn(error)?.fieldErrors ?? {});
  return Object.fromEntries(entries.map(([path, sentence]) => [path.split('.')[0] ?? path, sentence]));
}
