import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../../lib/language';
import type { Field } from '../api/register';

const zones = ['Asia/Shanghai', 'Asia/Bangkok', 'Asia/Ho_Chi_Minh', 'Asia/Vientiane', 'Asia/Phnom_Penh', 'Asia/Yangon', 'UTC'];

interface EntryFieldProps {
  field: Field;
  text: string;
  needsSecond: boolean;
  error: string | undefined;
  onChange: (text: string) => void;
}

/** One value of an entry: a line, addresses one a line, or a choice. */
export function EntryField({ field, text, needsSecond, error, onChange }: EntryFieldProps) {
  const { t } = useTranslation();
  const own = field === 'emails' ? t('register.emailsHelp') : field === 'phone' ? t('register.phoneHelp') : undefined;
  const common = {
    id: `register-${field}`,
    label: t(`register.fields.${field}`),
    description: [own, needsSecond ? t('register.byTwo') : undefined].filter((one) => one !== undefined).join(' '),
    error,
    value: text,
  };
  if (field === 'emails')
    return <Textarea {...common} autosize minRows={2} maxLength={1_300} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (field === 'mailLanguage' || field === 'zone') {
    const known =
      field === 'zone' ? zones.map((value) => ({ value, label: t(`zones.${value}`, { defaultValue: value }) })) : languageChoices;
    const data = known.some(({ value }) => value === text) ? known : [...known, { value: text, label: text }];
    return <NativeSelect {...common} data={data} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return <TextInput {...common} maxLength={300} onChange={(event) => onChange(event.currentTarget.value)} />;
}

const languageChoices = Object.entries(languageNames).map(([value, label]) => ({ value, label }));
