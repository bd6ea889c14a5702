import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import type { RegisterSearch } from '../api/public';

interface RegisterFiltersProps {
  search: RegisterSearch;
  years: number[];
  onSearch: (search: RegisterSearch) => void;
}

const statuses = ['approved', 'running', 'suspended', 'stopped'] as const;
const names = ['q', 'year', 'country', 'status'] as const;

/** What the register is searched by; it is asked anew when the form is sent, and the address keeps it. */
export function RegisterFilters({ search, years, onSearch }: RegisterFiltersProps) {
  const { t, i18n } = useTranslation();
  const [typed, setTyped] = useState(search);
  const change = (name: (typeof names)[number], value: string): void => setTyped((before) => ({ ...before, [name]: value }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(Object.fromEntries(names.map((name) => [name, typed[name]?.trim()]).filter(([, value]) => value)) as RegisterSearch);
  };
  const any = { value: '', label: t('public.any') };
  const select = (name: 'year' | 'country' | 'status', data: { value: string; label: string }[]) => (
    <NativeSelect
      id={`register-${name}`}
      label={t(`public.${name}`)}
      data={[any, ...data]}
      value={typed[name] ?? ''}
      onChange={(event) => change(name, event.currentTarget.value)}
    />
  );
  return (
    <form role="search" onSubmit={send}>
      <Group align="flex-end" gap="sm">
        <TextInput
          id="register-q"
          label={t('public.search')}
          description={t('public.searchHelp')}
          maxLength={200}
          value={typed.q ?? ''}
          onChange={(event) => change('q', event.currentTarget.value)}
          style={{ flex: '1 1 14em' }}
        />
        {select(
          'year',
          years.map((year) => ({ value: String(year), label: String(year) })),
        )}
        {select(
          'country',
          countries.map((code) => ({ value: code, label: countryName(code, i18n.language) })),
        )}
        {select(
          'status',
          statuses.map((status) => ({ value: status, label: t(`public.statuses.${status}`) })),
        )}
        <Button type="submit">{t('public.apply')}</Button>
        <Button
          variant="default"
          onClick={() => {
            setTyped({});
            onSearch({});
          }}
        >
          {t('public.reset')}
        </Button>
      </Group>
    </form>
  );
}
