import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, instantInBeijing, meantYear, partsOf, todayInBeijing, type DateParts } from './date-parts';
import { FieldGroup, type FieldProps } from './field-frame';

/** Year, month and day as three fields; a Buddhist year is asked about. */
export function DateInputs({ id, date, onChange }: { id: string; date: string; onChange: (date: string) => void }) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(partsOf(date));
  const set = (next: DateParts): void => {
    setParts(next);
    onChange(dateOf(next));
  };
  const meant = meantYear(parts.year);
  const field = (name: keyof DateParts, width: number) => (
    <TextInput
      id={`${id}-${name}`}
      label={t(`form.date.${name}`)}
      w={width}
      inputMode="numeric"
      autoComplete="off"
      value={parts[name]}
      onChange={(event) => set({ ...parts, [name]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Group gap="xs" align="flex-end">
        {field('year', 84)}
        {field('month', 64)}
        {field('day', 64)}
        <Button variant="default" onClick={() => set(partsOf(todayInBeijing(Date.now())))}>
          {t('form.date.today')}
        </Button>
      </Group>
      {meant !== undefined && (
        <Text size="sm" mt={6} role="status">
          {t('form.date.buddhist', { year: parts.year, meant })}
        </Text>
      )}
    </>
  );
}

/** A Gregorian date in three fields; month and day may be typed without a leading zero. */
export function DateField(props: FieldProps) {
  return (
    <FieldGroup {...props}>
      <DateInputs id={props.id} date={(props.value as string | undefined) ?? ''} onChange={props.onChange} />
    </FieldGroup>
  );
}

/** A date and an hour of Beijing, answered as an instant. */
export function MomentField(props: FieldProps) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [time, setTime] = useState('');
  return (
    <FieldGroup {...props}>
      <DateInputs
        id={props.id}
        date={date}
        onChange={(next) => {
          setDate(next);
          props.onChange(instantInBeijing(next, time));
        }}
      />
      <TextInput
        id={`${props.id}-time`}
        mt="xs"
        w={170}
        label={t('form.date.time')}
        placeholder="09:30"
        inputMode="numeric"
        value={time}
        onChange={(event) => {
          setTime(event.currentTarget.value);
          props.onChange(instantInBeijing(date, event.currentTarget.value));
        }}
      />
    </FieldGroup>
  );
}
