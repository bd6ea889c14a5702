import { Button, Paper, Select, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FieldGroup, type FieldProps } from './field-frame';
import type { ChangedValue, ChangeTarget } from './field-specs';
import { NewValue } from './new-value';

/** An item of which nothing has been said yet. */
export const emptyChange: ChangedValue = { path: '', old: '', new: '' };

/** An item whose new value has not been given yet. */
export function begun({ path, old, input, options }: ChangeTarget): ChangedValue {
  // What can become but one thing is answered with the choice of it.
  const only = input === 'partner-out' ? options[0] : undefined;
  const item = { path, old, new: only?.value ?? '' };
  if (input === 'partner-in') return { ...item, organizationId: '', personId: '' };
  return input === 'line' || input === 'text' ? { ...item, as: 'text' } : item;
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
                  onChange={(path) => {
                    const chosen = targets.find((other) => other.path === path);
                    set(index, chosen === undefined ? emptyChange : begun(chosen));
                  }}
                />
                {target !== undefined && (
                  <NewValue key={one.path} id={`${id}-${index}-new`} target={target} value={one} onChange={(next) => set(index, next)} />
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
          onClick={() => onChange([...values, emptyChange])}
        >
          {t('changes.addItem')}
        </Button>
      </Stack>
    </FieldGroup>
  );
}
