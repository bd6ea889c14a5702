import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DateInputs } from './date-field';
import type { ChangedValue, ChangeTarget } from './field-specs';
import { JoiningPartner } from './joining-partner';

interface NewValueProps {
  id: string;
  target: ChangeTarget;
  value: ChangedValue;
  onChange: (value: ChangedValue) => void;
}

/** Asks for the value that another becomes, by its kind. */
export function NewValue({ id, target, value, onChange }: NewValueProps) {
  const { t } = useTranslation();
  const label = t('changes.field.new');
  const given = (next: string): void => onChange({ ...value, new: next });
  switch (target.input) {
    case 'date':
      return (
        <div id={id} role="group" aria-label={label}>
          <DateInputs id={id} date={value.new} onChange={given} />
        </div>
      );
    case 'months':
      return (
        <NumberInput
          id={id}
          label={label}
          w={220}
          min={1}
          max={120}
          allowDecimal={false}
          value={value.new === '' ? '' : Number(value.new)}
          onChange={(next) => given(typeof next === 'number' ? String(next) : '')}
        />
      );
    case 'line':
      return <TextInput id={id} label={label} maxLength={300} value={value.new} onChange={(event) => given(event.currentTarget.value)} />;
    case 'text':
      return (
        <Textarea id={id} label={label} autosize minRows={4} value={value.new} onChange={(event) => given(event.currentTarget.value)} />
      );
    case 'amount':
      return (
        <TextInput
          id={id}
          label={label}
          w={220}
          inputMode="decimal"
          maxLength={15}
          value={value.new}
          onChange={(event) => given(event.currentTarget.value)}
        />
      );
    case 'partner-in':
      return <JoiningPartner id={id} roles={target.options} value={value} onChange={onChange} />;
    default:
      return (
        <Select
          id={id}
          label={label}
          data={target.options.map((one) => ({ value: one.value, label: one.label }))}
          allowDeselect={false}
          value={value.new === '' ? null : value.new}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => given(next ?? '')}
        />
      );
  }
}
