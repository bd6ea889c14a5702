import { Textarea } from '@mantine/core';

interface ReasonFieldProps {
  label: string;
  help: string;
  error: string | undefined;
  value: string;
  onChange: (reason: string) => void;
  /** Takes the focus when the dialog it stands in opens. */
  first?: boolean;
}

/** Why somebody does what he is about to do. */
export function ReasonField({ label, help, error, value, onChange, first = false }: ReasonFieldProps) {
  return (
    <Textarea
      label={label}
      description={help}
      autosize
      minRows={2}
      maxLength={2000}
      {...(first ? { 'data-autofocus': true } : {})}
      error={error}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
