import { Group, MultiSelect, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { choiceText, isLadderRow, keyName, periodParts, type ValueRule } from '../value-words';
import { LadderField } from './ladder-field';
import { WeightsField } from './weights-field';

/** A value that is being edited. */
export interface ValueFieldProps {
  name: string;
  rule: ValueRule | undefined;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

/** A number where it is one; anything else stays as it was typed, so that nothing is lost and the server says what is wrong. */
function numberOr(text: string): unknown {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

/** Units that may be chosen, the one that is, and the count before it as it was typed. */
function periodState({ rule, value }: Pick<ValueFieldProps, 'rule' | 'value'>): { units: string[]; unit: string; count: string } {
  const units = rule?.kind === 'minutes' ? ['min'] : (rule?.units ?? []);
  const parts = periodParts(value);
  if (parts !== undefined) return { units, ...parts };
  const typed = typeof value === 'string' ? value : '';
  const unit = units.find((one) => typed.endsWith(one)) ?? units[0] ?? '';
  return { units, unit, count: typed.replace(unit, '') };
}

function PeriodField({ name, rule, value, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation();
  const { units, unit, count } = periodState({ rule, value });
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        label={keyName(name, t)}
        inputMode="numeric"
        style={{ flex: '1 1 100px' }}
        value={count}
        error={error}
        onChange={(event) => onChange(`${event.currentTarget.value.trim()}${unit}`)}
      />
      <Select
        label={t('policy.unit')}
        style={{ flex: '1 1 130px' }}
        allowDeselect={false}
        data={units.map((one) => ({ value: one, label: t(`policy.unitNames.${one}`) }))}
        value={unit}
        onChange={(chosen) => onChange(`${count}${chosen ?? unit}`)}
      />
    </Group>
  );
}

function YesNoField({ name, value, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation();
  const data = [
    { value: 'true', label: t('policy.yes') },
    { value: 'false', label: t('policy.no') },
  ];
  return (
    <Select
      {...{ label: keyName(name, t), error, data }}
      allowDeselect={false}
      value={String(value)}
      onChange={(chosen) => onChange(chosen === 'true')}
    />
  );
}

function ChoiceField({ name, rule, value, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation();
  const data = (rule?.of ?? []).map((one) => ({ value: one, label: choiceText(one, t) }));
  const label = keyName(name, t);
  if (rule?.kind === 'choice') return <Select {...{ label, error, data, onChange }} allowDeselect={false} value={String(value)} />;
  return <MultiSelect {...{ label, error, data, onChange }} value={Array.isArray(value) ? value.map(String) : []} />;
}

function TextField({ name, rule, value, error, onChange }: ValueFieldProps) {
  const { t } = useTranslation();
  const isNumber = rule?.kind === 'number';
  return (
    <TextInput
      {...{ label: keyName(name, t), error }}
      inputMode={isNumber ? 'decimal' : 'text'}
      value={String(value)}
      onChange={({ currentTarget }) => onChange(isNumber ? numberOr(currentTarget.value.trim()) : currentTarget.value)}
    />
  );
}

const fields: Partial<Record<string, (props: ValueFieldProps) => ReactNode>> = {
  period: PeriodField,
  minutes: PeriodField,
  boolean: YesNoField,
  choice: ChoiceField,
  subset: ChoiceField,
};

/** A field for a value, by its kind. */
export function ValueField(props: ValueFieldProps) {
  const { t } = useTranslation();
  const { name, rule, value, error, onChange } = props;
  const label = keyName(name, t);
  if (isLadderRow(value)) return <LadderField row={value} label={label} error={error} onChange={onChange} />;
  if (rule?.kind === 'weights') return <WeightsField {...{ label, error, value, onChange }} />;
  const Field = fields[rule?.kind ?? ''] ?? TextField;
  return <Field {...props} />;
}
