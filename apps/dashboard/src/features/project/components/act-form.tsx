import { Button, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { unansweredFields } from '../../../components/command-form/body-of';
import type { Answers } from '../../../components/command-form/field-specs';
import { FieldView } from '../../../components/command-form/field-view';
import { actFormOf, askedOfAct, type ActChoice } from '../commands/act-forms';
import type { ProjectFormContext } from '../commands/project-form';
import type { ThoughtAct } from '../what-if-acts';

interface ActFormProps {
  commands: readonly string[];
  /** Uses of commands that stand before the commands themselves. */
  choices?: readonly ActChoice[];
  context: ProjectFormContext;
  /** Whether it is asked how many days lie before it. */
  inDays?: boolean;
  onAdd: (act: ThoughtAct) => void;
  /** Forms to choose among, where they are others than those of acts that can be thought of. */
  formOf?: typeof actFormOf;
  /** What the button says, where the act is done at once. */
  doIt?: string;
}

function plainChoice(name: string, form: ActChoice['form'] | undefined, { t }: ProjectFormContext): ActChoice[] {
  return form === undefined ? [] : [{ name, command: name, label: t(`forms.project.${name}.title`), form, first: {} }];
}

interface ActFieldsProps {
  id: string;
  choice: ActChoice;
  /** Fields that wait for an answer. */
  open: readonly string[];
  context: ProjectFormContext;
  answers: Answers;
  onAnswer: (name: string, value: unknown) => void;
}

/** What is asked of one act. */
function ActFields({ id, choice: { command, form }, open, context, answers, onAnswer }: ActFieldsProps) {
  const { t } = useTranslation();
  const words = `forms.project.${command}.fields`;
  return askedOfAct(form).map(([name, spec]) => (
    <FieldView
      key={name}
      id={`${id}-${name}`}
      label={t(`${words}.${name}.label`)}
      help={t(`${words}.${name}.help`)}
      error={open.includes(name) ? t('form.missing', { field: t(`${words}.${name}.label`) }) : undefined}
      optional={spec.optional ?? false}
      value={answers[name]}
      onChange={(value) => onAnswer(name, value)}
      spec={spec}
      context={context}
      answers={answers}
      onAnswer={onAnswer}
    />
  ));
}

/** One more act as it is being put together: which, and its answers; they begin anew with each. */
function useAct(known: readonly ActChoice[], first: string) {
  const firstOf = (name: string): Answers => known.find((one) => one.name === name)?.first ?? {};
  const [now, setNow] = useState({ name: first, answers: firstOf(first), tried: false, round: 0 });
  const chosen = known.find((one) => one.name === now.name);
  return {
    ...now,
    chosen,
    /** Fields begin anew with each act: a choice that is no longer answered would go on looking chosen. */
    begin: (name: string): void => setNow(({ round }) => ({ name, answers: firstOf(name), tried: false, round: round + 1 })),
    set: (name: string, value: unknown): void => setNow((one) => ({ ...one, answers: { ...one.answers, [name]: value } })),
    trying: (): void => setNow((one) => ({ ...one, tried: true })),
  };
}

/** Chooses one more act, its answers as its own form asks for them. No form of its own: it may stand within one. */
export function ActForm({ commands, choices = [], context, inDays = false, onAdd, formOf = actFormOf, doIt }: ActFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const known: ActChoice[] = [...choices, ...commands.flatMap((name) => plainChoice(name, formOf(name), context))];
  const act = useAct(known, commands[0] ?? '');
  const [afterDays, setAfterDays] = useState<string | number>(0);
  const { chosen, answers } = act;
  if (chosen === undefined) return null;
  const unanswered = new Set(unansweredFields(chosen.form, answers, context));
  const open = askedOfAct(chosen.form).flatMap(([name]) => (unanswered.has(name) ? [name] : []));
  const add = (): void => {
    act.trying();
    if (open.length > 0) return;
    onAdd({ command: chosen.command, answers, afterDays: Number(afterDays) || 0 });
    act.begin(chosen.name);
  };
  return (
    <Stack gap="md" role="group" aria-label={t('whatIf.act')} data-testid="act-form">
      <NativeSelect
        label={t('whatIf.act')}
        value={chosen.name}
        onChange={(event) => act.begin(event.currentTarget.value)}
        data={known.map(({ name, label }) => ({ value: name, label }))}
      />
      <ActFields
        key={act.round}
        id={id}
        choice={chosen}
        open={act.tried ? open : []}
        context={context}
        answers={answers}
        onAnswer={act.set}
      />
      {inDays && <NumberInput label={t('whatIf.afterDays')} min={0} max={3650} value={afterDays} onChange={setAfterDays} maw={240} />}
      <Button type="button" data-act="add" onClick={add} variant="light" style={{ alignSelf: 'flex-start' }}>
        {doIt ?? t('whatIf.add')}
      </Button>
    </Stack>
  );
}
