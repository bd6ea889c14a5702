import { Button, Group, Stack, Text } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandAnswer } from '../../lib/commands';
import { askedFields, bodyOf } from './body-of';
import { CheckAnswers } from './check-answers';
import { Confirmation, SentBefore, type SentCommand } from './confirmation';
import { ErrorSummary } from './error-summary';
import type { Answers, AnyCommandForm, FormBasis } from './field-specs';
import { FieldView } from './field-view';
import { RestoredNote } from './restored-note';
import { goesToCheck, useCommandForm, type CommandTarget, type FormState } from './use-command-form';

interface CommandFormProps<C extends FormBasis> {
  form: AnyCommandForm<C>;
  /** Where the form's words are in the catalogue. */
  words: string;
  context: C;
  target: CommandTarget;
  /** Answers known from the way here. */
  first?: Answers;
  /** What stands above the form, until it is sent. */
  before?: ReactNode;
  /** What stands under the answers before they are sent: what they would change. */
  preview?: ((body: Record<string, unknown>) => ReactNode) | undefined;
  /** Another way to go on from the answers, beside sending them. */
  otherwise?: ((answers: Answers) => ReactNode) | undefined;
  /** What stands under a refusal: how it came about, a way on. */
  refused?: (refusal: Error) => ReactNode;
  /** Number of the project or call, for the receipt. */
  reference?: string | null;
  /** Told of the answer, so that the page's address can name it: a refresh then shows the confirmation again. */
  onSent?: ((answer: CommandAnswer) => void) | undefined;
  /** The command that the page's address says was sent. */
  sent?: SentCommand | undefined;
  /** Called once it is applied or waits; the page reads its data anew. */
  onDone: () => void;
  /** What stands under the confirmation: what happens next, and when. */
  next: ReactNode;
  /** The way back. */
  back: ReactNode;
}

/** Asks for what a command carries, shows the answers once more where it cannot be taken back, sends it, and says what happens next. */
export function CommandFormView<C extends FormBasis>({
  form,
  words,
  context,
  target,
  first = {},
  before,
  preview,
  otherwise,
  refused,
  reference,
  onSent,
  sent,
  onDone,
  next,
  back,
}: CommandFormProps<C>) {
  const { t } = useTranslation();
  const id = useId();
  const label = (name: string): string => t(`${words}.fields.${name}.label`);
  const state = useCommandForm(form, { context, target, first, onSent, missing: (name) => t('form.missing', { field: label(name) }) });
  const shown = { words, reference: reference ?? null, next, back };
  if (state.answer !== undefined) return <Confirmation {...shown} answer={state.answer} onShown={onDone} />;
  if (sent !== undefined) return <SentBefore {...shown} {...sent} onShown={onDone} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        state.submit();
      }}
    >
      <Stack gap="lg">
        {before}
        {state.restored !== undefined && <RestoredNote older={state.restored === 'older'} onStartAnew={state.startAnew} />}
        <Text>{t(`${words}.lead`)}</Text>
        <ErrorSummary key={state.attempt} refusal={state.refusal} errors={state.errors} label={label} fieldId={(name) => `${id}-${name}`} />
        {state.refusal !== undefined && refused?.(state.refusal)}
        <FormStep form={form} words={words} context={context} state={state} id={id} preview={preview} />
        <WaysOn form={form} words={words} state={state} otherwise={otherwise} back={back} />
      </Stack>
    </form>
  );
}

/** On to the check or off to the server, another way from the checked answers, and back. */
function WaysOn<C extends FormBasis>({
  form,
  words,
  state,
  otherwise,
  back,
}: Pick<CommandFormProps<C>, 'form' | 'words' | 'otherwise' | 'back'> & { state: FormState }) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button type="submit" loading={state.sending}>
        {goesToCheck(form, state.step) ? t('form.continue') : t(`${words}.action`)}
      </Button>
      {state.step === 'check' && otherwise?.(state.answers)}
      {back}
    </Group>
  );
}

/** The questions, or the last look at the answers. */
function FormStep<C extends FormBasis>({
  form,
  words,
  context,
  state,
  id,
  preview,
}: Pick<CommandFormProps<C>, 'form' | 'words' | 'context' | 'preview'> & { state: FormState; id: string }) {
  const { t } = useTranslation();
  const label = (name: string): string => t(`${words}.fields.${name}.label`);
  if (state.step === 'check')
    return (
      <>
        <CheckAnswers form={form} context={context} answers={state.answers} label={label} onChange={state.change} />
        {preview?.(bodyOf(form, state.answers, context))}
      </>
    );
  return askedFields(form).map(([name, spec]) => (
    <FieldView
      key={name}
      id={`${id}-${name}`}
      label={label(name)}
      help={t(`${words}.fields.${name}.help`)}
      error={state.errors[name]}
      optional={spec.optional ?? false}
      value={state.answers[name]}
      onChange={(value) => state.set(name, value)}
      spec={spec}
      context={context}
      answers={state.answers}
      onAnswer={state.set}
    />
  ));
}
