import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { stepOf, stepParts, stepText, stepWays, type LadderRow, type Step, type StepWay } from '../value-words';

const levels = ['L0', 'L1', 'L2', 'L3', 'copy'] as const;

interface StepProps {
  step: Step;
  onChange: (step: Step) => void;
  onRemove: () => void;
}

function StepRow({ step, onChange, onRemove }: StepProps) {
  const { t } = useTranslation();
  const { way, count } = stepParts(step.step) ?? { way: 'before' as StepWay, count: step.step };
  const roles = Object.entries(t('roles', { returnObjects: true }) as Record<string, string>).map(([value, label]) => ({ value, label }));
  return (
    <Group component="li" gap="xs" align="flex-end" data-testid="ladder-step">
      <TextInput
        w={80}
        label={t('policy.days')}
        inputMode="numeric"
        value={count}
        onChange={(event) => onChange({ ...step, step: stepOf(way, event.currentTarget.value.trim()) })}
      />
      <Select
        w={220}
        label={t('policy.when')}
        allowDeselect={false}
        data={stepWays.map((one) => ({ value: one, label: t(`policy.ways.${one}`) }))}
        value={way}
        onChange={(chosen) => onChange({ ...step, step: stepOf(chosen ?? way, count) })}
      />
      <Select
        w={150}
        label={t('policy.level')}
        allowDeselect={false}
        data={levels.map((one) => ({ value: one, label: t(`policy.levels.${one}`) }))}
        value={step.level}
        onChange={(chosen) => onChange({ ...step, level: chosen ?? step.level })}
      />
      <MultiSelect
        style={{ flex: '1 1 220px' }}
        label={t('policy.to')}
        data={roles}
        value={step.to}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Button variant="default" onClick={onRemove} aria-label={t('policy.removeStep', { step: stepText(step.step, t) })}>
        {t('policy.remove')}
      </Button>
    </Group>
  );
}

interface LadderFieldProps {
  row: LadderRow;
  label: string;
  error: string | undefined;
  onChange: (row: LadderRow) => void;
}

/** Steps of a ladder row: when, to whom, on which level. */
export function LadderField({ row, label, error, onChange }: LadderFieldProps) {
  const { t } = useTranslation();
  const set = (index: number, step: Step): void => onChange({ ...row, steps: row.steps.map((one, i) => (i === index ? step : one)) });
  return (
    <fieldset className="field-group">
      <legend>{label}</legend>
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {row.steps.map((step, index) => (
          <StepRow
            key={index}
            step={step}
            onChange={(changed) => set(index, changed)}
            onRemove={() => onChange({ ...row, steps: row.steps.filter((_, i) => i !== index) })}
          />
        ))}
      </Stack>
      {error !== undefined && (
        <Text size="sm" className="field-error">
          {error}
        </Text>
      )}
      <Button
        mt="xs"
        variant="default"
        onClick={() => onChange({ ...row, steps: [...row.steps, { step: 't-1', level: 'L0', to: ['owner'] }] })}
      >
        {t('policy.addStep')}
      </Button>
    </fieldset>
  );
}
