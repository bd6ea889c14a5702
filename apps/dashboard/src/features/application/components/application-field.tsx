import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { applicationFields, type ApplicationContent } from '../application-fields';
import { AttachedDocuments } from './attached-documents';
import { ContactsEditor } from './contacts-editor';
import type { FormPart } from './form-part';
import { PartiesEditor } from './parties-editor';

interface PlainProps {
  id: string;
  label: string;
  description: string;
  error: string | undefined;
  disabled: boolean;
}

function PlainField({
  kind,
  shared,
  value,
  onChange,
}: {
  kind: 'line' | 'text' | 'number';
  shared: PlainProps;
  value: unknown;
  onChange: (next: unknown) => void;
}) {
  if (kind === 'number')
    return (
      <NumberInput
        {...shared}
        min={1}
        max={120}
        allowDecimal={false}
        value={(value as number | undefined) ?? ''}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    );
  const typed = {
    value: (value as string | undefined) ?? '',
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  return kind === 'line' ? <TextInput {...shared} {...typed} /> : <Textarea {...shared} {...typed} autosize minRows={3} maxRows={20} />;
}

/** Draws one field of the application's form. */
export function ApplicationFieldView({ name, ...part }: FormPart & { name: keyof ApplicationContent }) {
  const { t, i18n } = useTranslation();
  const { draft, disabled, error } = part;
  const spec = applicationFields[name];
  const value = draft.content[name];
  const shared = {
    id: `application-${name}`,
    label: t(`application.${name}.label`),
    description: t(`application.${name}.help`),
    error,
    disabled,
  };
  const set = (next: unknown): void => draft.set(name, next as never);
  switch (spec.kind) {
    case 'select':
      return (
        <Select
          {...shared}
          data={spec.values.map((one) => ({
            value: one,
            label: spec.words === undefined ? countryName(one, i18n.language) : t(`${spec.words}.${one}`),
          }))}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => set(next ?? undefined)}
        />
      );
    case 'declaration':
      return <Checkbox {...shared} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />;
    case 'parties':
      return <PartiesEditor {...part} />;
    case 'contacts':
      return <ContactsEditor {...part} />;
    case 'documents':
      return <AttachedDocuments {...part} />;
    case 'hidden':
      return null;
    default:
      return <PlainField kind={spec.kind} shared={shared} value={value} onChange={set} />;
  }
}
