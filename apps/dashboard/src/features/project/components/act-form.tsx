import { Button, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askedFields, unansweredFields } from '../../../components/command-form/body-of';
import type { Answers } from '../../../components/command-form/field-specs';
import { FieldView } from '../../../components/command-form/field-view';
import { actFormOf } from '../commands/act-forms';
import type { ProjectFormContext } from '../commands/project-form';
import type { ThoughtAct } from '../what-if-acts';

interface ActFormProps {
  commands: readonly string[];
  context: ProjectFormContext;
  /** Whether it is asked how many days lie before it. */
  inDays?: boolean;
  onAdd: (act: ThoughtAct) => void;
  /** Forms to choose among, where they are others than those of acts that can be thought of. */
  formOf?: typeof actFormOf;
  /** What the button says, where the act is done at once. */
  doIt?: string;
}

/** Chooses one more act, its answers as its own form asks for them. No form of its own: it may stand within one. */
export function ActForm({ commands, context, inDays = false, onAdd, formOf = actFormOf, doIt }: ActFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [command, setCommand] = useState(commands[0] ?? '');
  const [answers, setAnswers] = useState<Answers>({});
  const [afterDays, setAfterDays] = useState<string | number>(0);
  const [tried, setTried] = useState(false);
  /** Fields begin anew with each act: a choice that is no longer answered would go on looking chosen. */
  const [round, setRound] = useState(0);
  const form = formOf(command);
  if (form === undefined) return null;
  const words = `forms.project.${command}.fields`;
  const open = unansweredFields(form, answers, context).filter((name) => name !== 'reason');
  const set = (name: string, value: unknown): void => setAnswers((now) => ({ ...now, [name]: value }));
  const begin = (next: string): void => {
    setCommand(next);
    setAnswers({});
    setTried(false);
    setRound((now) => now + 1);
  };
  const add = (): void => {
    setTried(true);
    if (open.length > 0) return;
    onAdd({ command, answers, afterDays: Number(afterDays) || 0 });
    begin(command);
  };
  return (
    <Stack gap="md" role="group" aria-label={t('whatIf.act')} data-testid="act-form">
      <NativeSelect
        label={t('whatIf.act')}
        value={command}
        onChange={(event) => begin(event.currentTarget.value)}
        data={commands.map((name) => ({ value: name, label: t(`forms.project.${name}.title`) }))}
      />
      {askedFields(form)
        .filter(([name]) => name !== 'reason')
        .map(([name, spec]) => (
          <FieldView
            key={`${round}/${name}`}
            id={`${id}-${name}`}
            label={t(`${words}.${name}.label`)}
            help={t(`${words}.${name}.help`)}
            error={tried && open.includes(name) ? t('form.missing', { field: t(`${words}.${name}.label`) }) : undefined}
            optional={spec.optional ?? false}
            value={answers[name]}
            onChange={(value) => set(name, value)}
            spec={spec}
            context={context}
            answers={answers}
            onAnswer={set}
          />
        ))}
      {inDays && <NumberInput label={t('whatIf.afterDays')} min={0} max={3650} value={afterDays} onChange={setAfterDays} maw={240} />}
      <Button type="button" data-act="add" onClick={add} variant="light" style={{ alignSelf: 'flex-start' }}>
        {doIt ?? t('whatIf.add')}
      </Button>
    </Stack>
  );
}
