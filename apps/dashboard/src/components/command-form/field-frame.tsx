import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What every field gets from its form: its name on the page, its words, its answer. */
export interface FieldProps {
  id: string;
  label: string;
  help: string;
  error: string | undefined;
  optional: boolean;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** The label with "(optional)" where it applies. */
export function useFieldLabel({ label, optional }: Pick<FieldProps, 'label' | 'optional'>): string {
  const { t } = useTranslation();
  return optional ? t('form.optional', { label }) : label;
}

/** A field made of several inputs: a group with legend, help and error that screen readers read together. */
export function FieldGroup({
  id,
  label,
  help,
  error,
  optional,
  children,
}: Omit<FieldProps, 'value' | 'onChange'> & { children: ReactNode }) {
  const shown = useFieldLabel({ label, optional });
  return (
    <fieldset id={id} className="field-group" aria-describedby={`${id}-help${error === undefined ? '' : ` ${id}-error`}`} tabIndex={-1}>
      <legend>{shown}</legend>
      <Text id={`${id}-help`} size="sm" c="dimmed" mb={6}>
        {help}
      </Text>
      {error !== undefined && (
        <Text id={`${id}-error`} className="field-error" size="sm" mb={6}>
          {error}
        </Text>
      )}
      {children}
    </fieldset>
  );
}
