import { Checkbox, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldGroup, useFieldLabel, type FieldProps } from './field-frame';
import type { Choice } from './field-specs';

const fewChoices = 6;

/** One of several: radio buttons when they are few, a searchable list otherwise. `waits`: another field must be answered first. */
export function ChoiceField(props: FieldProps & { choices: Choice[]; waits: boolean }) {
  const { t } = useTranslation();
  const { id, choices, value, onChange, help, error } = props;
  const label = useFieldLabel(props);
  if (choices.length === 0)
    return (
      <FieldGroup {...props}>
        <Text size="sm">{t(props.waits ? 'form.answerAboveFirst' : 'form.nothingToChoose')}</Text>
      </FieldGroup>
    );
  if (choices.length > fewChoices)
    return (
      <Select
        id={id}
        label={label}
        description={help}
        error={error}
        data={choices.map((one) => ({ value: one.value, label: withHint(one), disabled: one.disabled ?? false }))}
        value={(value as string | undefined) ?? null}
        onChange={onChange}
        // To choose once more what is chosen confirms it; only what may stay open can be emptied.
        allowDeselect={props.optional}
        searchable
        nothingFoundMessage={t('form.nothingFound')}
        comboboxProps={{ withinPortal: false }}
      />
    );
  return (
    <FieldGroup {...props}>
      <Radio.Group value={(value as string | undefined) ?? ''} onChange={onChange} aria-label={label}>
        <Stack gap="xs">
          {choices.map((one) => (
            <Radio key={one.value} value={one.value} label={one.label} description={one.hint} disabled={one.disabled ?? false} />
          ))}
        </Stack>
      </Radio.Group>
    </FieldGroup>
  );
}

function withHint({ label, hint }: Choice): string {
  return hint === undefined ? label : `${label} · ${hint}`;
}

/** Several of a list, by checkboxes, with a search field when the list is long. */
export function ManyField(props: FieldProps & { choices: Choice[] }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState('');
  const { choices, value, onChange, id } = props;
  const chosen = (value as string[] | undefined) ?? [];
  const shown = choices.filter((one) => chosen.includes(one.value) || withHint(one).toLowerCase().includes(wanted.toLowerCase()));
  return (
    <FieldGroup {...props}>
      {choices.length > fewChoices && (
        <TextInput
          id={`${id}-search`}
          label={t('form.searchList')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          mb="sm"
        />
      )}
      <Stack gap="xs" mah={360} style={{ overflowY: 'auto' }}>
        {shown.map((one) => (
          <Checkbox
            key={one.value}
            value={one.value}
            label={one.label}
            description={one.hint}
            disabled={one.disabled ?? false}
            checked={chosen.includes(one.value)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, one.value] : chosen.filter((other) => other !== one.value))
            }
          />
        ))}
        {shown.length === 0 && <Text size="sm">{choices.length === 0 ? t('form.nothingToChoose') : t('form.nothingFound')}</Text>}
      </Stack>
    </FieldGroup>
  );
}
