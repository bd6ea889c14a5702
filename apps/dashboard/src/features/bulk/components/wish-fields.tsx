import { NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleWithRole, personAsChoice } from '../../../lib/people';
import { bulkRules, holdReasons, wishFields, type BulkCommand, type WishAnswers, type WishField } from '../wishes';

interface FieldsProps {
  command: BulkCommand;
  answers: WishAnswers;
  missing: readonly WishField[];
  onChange: (answers: WishAnswers) => void;
}

/** Asks what is the same for all projects. */
export function WishFields({ command, answers, missing, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation();
  const officers = useQuery({ ...peopleWithRole('CO'), enabled: command === 'AssignOfficer' });
  const errorOf = (field: WishField): string | undefined => (missing.includes(field) ? t(`bulk.missing.${field}`) : undefined);
  const options: Record<Exclude<WishField, 'workingDays'>, () => { value: string; label: string }[]> = {
    kind: () => ['hold', 'suspension'].map((value) => ({ value, label: t(`holds.${value}`) })),
    reasonCode: () => (holdReasons[answers.kind ?? ''] ?? []).map((value) => ({ value, label: t(`holdReasons.${value}`) })),
    officerId: () => (officers.data ?? []).map((one) => personAsChoice(one, i18n.language)).map(({ value, label }) => ({ value, label })),
    rule: () => bulkRules.map((value) => ({ value, label: t(`ladders.${value}`) })),
  };
  return wishFields[command].map((field) =>
    field === 'workingDays' ? (
      <NumberInput
        key={field}
        label={t('bulk.fields.workingDays')}
        description={t(`bulk.daysHelp.${command === 'Snooze' ? 'Snooze' : 'ChangeDeadline'}`)}
        maw={320}
        min={1}
        max={100}
        allowDecimal={false}
        error={errorOf(field)}
        value={answers.workingDays ?? ''}
        onChange={(value) => onChange({ ...answers, workingDays: String(value) })}
      />
    ) : (
      <Select
        key={field}
        label={t(`bulk.fields.${field}`)}
        maw={480}
        searchable={field === 'rule' || field === 'officerId'}
        data={options[field]()}
        error={errorOf(field)}
        value={answers[field] ?? null}
        onChange={(value) => {
          const { reasonCode, ...rest } = answers;
          onChange({ ...(field === 'kind' || reasonCode === undefined ? rest : { ...rest, reasonCode }), [field]: value ?? '' });
        }}
      />
    ),
  );
}
