import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import { linkedFilters, troubledWords, type MailSearch } from '../api/mails';

const words = [
  'created',
  'held',
  'sending',
  'delivered',
  'temporary-failure',
  'permanent-failure',
  'technical-failure',
  'uncertain',
  'cancelled',
] as const;
const classes = ['letter', 'notice', 'answer'] as const;

interface FiltersProps {
  search: MailSearch;
  onChange: (search: MailSearch) => void;
}

/** Filters of the mail log; each change starts again at the first page. */
export function MailFilters({ search, onChange }: FiltersProps) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState(search.q ?? '');
  const [searched, setSearched] = useState(search.q);
  if (searched !== search.q) {
    // Cleared or brought along from elsewhere.
    setSearched(search.q);
    setQ(search.q ?? '');
  }
  const set = (name: keyof MailSearch, value: string | null | undefined): void => {
    const { [name]: _old, cursor: _cursor, ...rest } = search;
    onChange(value === null || value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const kinds = Object.entries(t('mailKinds', { returnObjects: true }) as Record<string, string>).filter(([kind]) => kind !== 'digest');
  const choice = (name: 'word' | 'class' | 'notification' | 'country', width: number, data: { value: string; label: string }[]) => (
    <Select
      label={t(`mailLog.filters.${name}`)}
      w={width}
      clearable
      searchable={name === 'notification'}
      clearButtonProps={{ 'aria-label': t('mailLog.all') }}
      placeholder={t('mailLog.all')}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <form
      role="search"
      aria-label={t('mailLog.filters.label')}
      onSubmit={(event) => {
        event.preventDefault();
        set('q', q.trim());
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('mailLog.filters.q')}
          description={t('mailLog.filters.qHelp')}
          style={{ flex: '1 1 240px' }}
          maxLength={200}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {t('list.searchAction')}
        </Button>
      </Group>
      <Group align="flex-end" gap="sm" mt="sm">
        {choice('word', 220, [
          { value: troubledWords, label: t('mailLog.troubled') },
          ...words.map((word) => ({ value: word, label: t(`mailWords.${word}.word`) })),
        ])}
        {choice(
          'class',
          160,
          classes.map((one) => ({ value: one, label: t(`mails.classes.${one}`) })),
        )}
        {choice(
          'notification',
          240,
          kinds.map(([value, label]) => ({ value, label })),
        )}
        {choice(
          'country',
          160,
          countries.map((code) => ({ value: code, label: countryName(code, i18n.language) })),
        )}
        {(['from', 'to'] as const).map((name) => (
          <TextInput
            key={name}
            type="date"
            label={t(`mailLog.filters.${name}`)}
            w={160}
            value={search[name] ?? ''}
            onChange={(event) => set(name, event.currentTarget.value)}
          />
        ))}
        {linkedFilters
          .filter((name) => search[name] !== undefined)
          .map((name) => (
            <Button key={name} variant="default" onClick={() => set(name, undefined)}>
              {t(`mailLog.only.${name}`)} ×
            </Button>
          ))}
      </Group>
    </form>
  );
}
