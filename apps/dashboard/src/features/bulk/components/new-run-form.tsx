import { Button, Checkbox, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { makeBulkRun } from '../api/bulk';
import { bulkCommands, missingFields, wishOf, type BulkCommand, type WishAnswers } from '../wishes';
import { WishFields } from './wish-fields';

interface FormProps {
  /** Filters as the list of projects has them in its address. */
  query: Record<string, string>;
  onMade: (runId: string) => void;
}

const usualSpeed = 20;
const fastest = 50;

/** Asks what is to be done to the chosen projects and why; then the rules are asked of each, and nothing is done yet. */
export function NewRunForm({ query, onMade }: FormProps) {
  const { t } = useTranslation();
  const [command, setCommand] = useState<BulkCommand>();
  const [answers, setAnswers] = useState<WishAnswers>({});
  const [reason, setReason] = useState('');
  const [pace, setPace] = useState({ goesOn: false, rowsPerSecond: usualSpeed });
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const make = useMutation({
    mutationFn: (type: BulkCommand) =>
      makeBulkRun({ command: type, wish: wishOf(type, answers), selection: { query }, reason: reason.trim(), ...pace }, key),
    onSuccess: ({ id }) => onMade(id),
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const touched = (change: () => void): void => {
    change();
    setKey(newCommandId());
  };
  const missing = command === undefined ? [] : missingFields(command, answers);
  const submit = (): void => {
    setTried(true);
    if (command !== undefined && missing.length === 0 && reason.trim() !== '' && !make.isPending) make.mutate(command);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md" maw={760}>
        <Select
          label={t('bulk.command')}
          maw={480}
          data={bulkCommands.map((value) => ({ value, label: t(`bulk.commands.${value}`) }))}
          error={tried && command === undefined ? t('bulk.missing.command') : undefined}
          value={command ?? null}
          onChange={(value) => touched(() => (setCommand(value ?? undefined), setAnswers({})))}
        />
        {command !== undefined && (
          <WishFields
            command={command}
            answers={answers}
            missing={tried ? missing : []}
            onChange={(next) => touched(() => setAnswers(next))}
          />
        )}
        <ReasonField
          label={t('bulk.reason')}
          help={t('bulk.reasonHelp')}
          error={tried && reason.trim() === '' ? t('bulk.missing.reason') : undefined}
          value={reason}
          onChange={(text) => touched(() => setReason(text))}
        />
        <NumberInput
          label={t('bulk.speed')}
          description={t('bulk.speedHelp')}
          maw={320}
          min={1}
          max={fastest}
          allowDecimal={false}
          value={pace.rowsPerSecond}
          onChange={(value) =>
            touched(() => setPace({ ...pace, rowsPerSecond: Math.min(fastest, Math.max(1, Number(value) || usualSpeed)) }))
          }
        />
        <Checkbox
          label={t('bulk.goesOn')}
          description={t('bulk.goesOnHelp')}
          checked={pace.goesOn}
          onChange={(event) => {
            const { checked } = event.currentTarget;
            touched(() => setPace({ ...pace, goesOn: checked }));
          }}
        />
        {make.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={make.error} />
          </div>
        )}
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('bulk.look')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('bulk.lookHelp')}
        </Text>
      </Stack>
    </form>
  );
}
