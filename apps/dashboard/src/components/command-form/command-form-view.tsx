import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { askedFields } from './body-of';
import { CheckAnswers } from './check-answers';
import { ErrorSummary } from './error-summary';
import type { Answers, AnyCommandForm, FormBasis } from './field-specs';
import { FieldView } from './field-view';
import { useCommandForm, type CommandTarget } from './use-command-form';

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
  onDone,
  next,
  back,
}: CommandFormProps<C>) {
  const { t } = useTranslation();
  const id = useId();
  const label = (name: string): string => t(`${words}.fields.${name}.label`);
  const state = useCommandForm(form, { context, target, first, missing: (name) => t('form.missing', { field: label(name) }) });
  if (state.step === 'done')
    return <Confirmation words={words} pending={state.answer?.status === 'pending'} next={next} back={back} onShown={onDone} />;
  const asked = askedFields(form);
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
        <Text>{t(`${words}.lead`)}</Text>
        <ErrorSummary key={state.attempt} refusal={state.refusal} errors={state.errors} label={label} fieldId={(name) => `${id}-${name}`} />
        {state.step === 'check' ? (
          <CheckAnswers form={form} context={context} answers={state.answers} label={label} onChange={state.change} />
        ) : (
          asked.map(([name, spec]) => (
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
          ))
        )}
        <Group>
          <Button type="submit" loading={state.sending}>
            {form.irreversible === true && state.step === 'fill' && asked.length > 0 ? t('form.continue') : t(`${words}.action`)}
          </Button>
          {back}
        </Group>
      </Stack>
    </form>
  );
}

function Confirmation({
  words,
  pending,
  next,
  back,
  onShown,
}: {
  words: string;
  pending: boolean;
  next: ReactNode;
  back: ReactNode;
  onShown: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="md" ref={(node) => (node === null ? undefined : onShown())}>
      <div className="confirmation" role="status">
        <Title order={2} tabIndex={-1} ref={(node) => node?.focus()}>
          {pending ? t('form.stored') : t('form.done')}
        </Title>
        <Text mt="xs">{pending ? t('form.storedText') : t(`${words}.done`)}</Text>
      </div>
      {next}
      {back}
    </Stack>
  );
}
