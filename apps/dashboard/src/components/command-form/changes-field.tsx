import { Button, NumberInput, Paper, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateInputs } from './date-field';
import { FieldGroup, type FieldProps } from './field-frame';
import type { ChangedValue, ChangeTarget } from './field-specs';

const empty: ChangedValue = { path: '', old: '', new: '' };

function NewValue({ id, target, value, onChange }: { id: string; target: ChangeTarget; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const label = t('changes.field.new');
  if (target.input === 'date')
    return (
      <div id={id} role="group" aria-label={label}>
        <DateInputs id={id} date={value} onChange={onChange} />
      </div>
    );
  if (target.input === 'months')
    return (
      <NumberInput
        id={id}
        label={label}
        w={220}
        min={1}
        max={120}
        allowDecimal={false}
        value={value === '' ? '' : Number(value)}
        onChange={(next) => onChange(typeof next === 'number' ? String(next) : '')}
      />
    );
  return (
    <Select
      id={id}
      label={label}
      data={target.options.map((one) => ({ value: one.value, label: one.label }))}
      allowDeselect={false}
      value={value === '' ? null : value}
      comboboxProps={{ withinPortal: false }}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}

/** A list of values that become others, each with its present value; those that cannot be changed now stand grey with the reason. */
export function ChangesField(props: FieldProps & { targets: ChangeTarget[]; waits: boolean }) {
  const { t } = useTranslation();
  const { id, targets, onChange } = props;
  const values = (props.value as ChangedValue[] | undefined) ?? [];
  const set = (index: number, next: ChangedValue): void => onChange(values.map((one, i) => (i === index ? next : one)));
  const options = targets.map(({ path, label, now, why }) => ({
    value: path,
    label: `${label} · ${why ?? t('changes.now', { value: now })}`,
    disabled: why !== undefined,
  }));
  if (targets.length === 0)
    return (
      <FieldGroup {...props}>
        <Text size="sm">{t(props.waits ? 'form.answerAboveFirst' : 'form.nothingToChoose')}</Text>
      </FieldGroup>
    );
  return (
    <FieldGroup {...props}>
      <Stack gap="md">
        {values.map((one, index) => {
          const target = targets.find(({ path }) => path === one.path);
          return (
            <Paper key={index} withBorder p="md" role="group" aria-label={t('changes.itemNo', { no: index + 1 })}>
              <Stack gap="sm">
                <Select
                  id={`${id}-${index}-path`}
                  label={t('changes.field.path')}
                  data={options}
                  searchable
                  allowDeselect={false}
                  value={target === undefined ? null : one.path}
                  comboboxProps={{ withinPortal: false }}
                  onChange={(path) =>
                    set(index, { path: path ?? '', old: targets.find((other) => other.path === path)?.old ?? '', new: '' })
                  }
                />
                {target !== undefined && (
                  <NewValue
                    key={one.path}
                    id={`${id}-${index}-new`}
                    target={target}
                    value={one.new}
                    onChange={(value) => set(index, { ...one, new: value })}
                  />
                )}
                <Button
                  variant="default"
                  w="fit-content"
                  leftSection={<IconTrash size={16} aria-hidden />}
                  onClick={() => onChange(values.filter((_, i) => i !== index))}
                >
                  {t('changes.removeItem', { no: index + 1 })}
                </Button>
              </Stack>
            </Paper>
          );
        })}
        <Button
          variant="light"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...values, empty])}
        >
          {t('changes.addItem')}
        </Button>
      </Stack>
    </FieldGroup>
  );
}
