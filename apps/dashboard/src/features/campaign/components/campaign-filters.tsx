import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { countryName } from '../../../lib/format';
import { peopleWithRole, personAsChoice } from '../../../lib/people';
import { countries } from '../../../lib/stages';
import type { Campaign, CampaignSearch } from '../api/campaign';

interface FiltersProps {
  search: CampaignSearch;
  totals: Campaign['totals'];
  onChange: (search: CampaignSearch) => void;
}

type Set = (name: keyof CampaignSearch, value: string | null | undefined) => void;

/** How many projects stand where, each number a filter. */
function Totals({ search, totals, set }: Pick<FiltersProps, 'search' | 'totals'> & { set: Set }) {
  const { t } = useTranslation();
  const suspended = totals.reduce((sum, one) => sum + one.suspended, 0);
  const button = (name: 'state' | 'suspended', value: string, words: string, count: number) => (
    <Button
      key={value}
      variant={search[name] === value ? 'filled' : 'default'}
      aria-pressed={search[name] === value}
      onClick={() => set(name, search[name] === value ? undefined : value)}
    >
      {words} · {count}
    </Button>
  );
  return (
    <Group gap="sm" component="nav" aria-label={t('campaign.totals')}>
      {totals.map(({ state, projects }) => button('state', state, t(`campaign.states.${state}`), projects))}
      {(suspended > 0 || search.suspended !== undefined) && button('suspended', 'true', t('campaign.suspendedOnly'), suspended)}
    </Group>
  );
}

/** How many projects stand where, each number a filter; and the other filters of the grid. */
export function CampaignFilters({ search, totals, onChange }: FiltersProps) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState(search.q ?? '');
  const [searched, setSearched] = useState(search.q);
  if (searched !== search.q) {
    // Cleared or brought along from elsewhere.
    setSearched(search.q);
    setQ(search.q ?? '');
  }
  const officers = useQuery(peopleWithRole('CO'));
  const set: Set = (name, value) => {
    const { [name]: _old, cursor: _cursor, ...rest } = search;
    onChange(value === null || value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      <Totals search={search} totals={totals} set={set} />
      <form
        role="search"
        aria-label={t('campaign.filters')}
        onSubmit={(event) => {
          event.preventDefault();
          set('q', q.trim());
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('campaign.search')}
            style={{ flex: '1 1 220px' }}
            maxLength={200}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
          />
          <Button type="submit">{t('list.searchAction')}</Button>
          <Select
            label={t('list.country')}
            w={160}
            clearable
            clearButtonProps={{ 'aria-label': t('list.all') }}
            placeholder={t('list.all')}
            data={countries.map((code) => ({ value: code, label: countryName(code, i18n.language) }))}
            value={search.country ?? null}
            onChange={(country) => set('country', country)}
          />
          <Select
            label={t('campaign.officer')}
            w={200}
            clearable
            searchable
            clearButtonProps={{ 'aria-label': t('list.all') }}
            placeholder={t('list.all')}
            data={(officers.data ?? []).map((one) => personAsChoice(one, i18n.language))}
            value={search.officer ?? null}
            onChange={(officer) => set('officer', officer)}
          />
          <Select
            label={t('list.sort')}
            w={200}
            allowDeselect={false}
            data={['reference', 'due'].map((sort) => ({ value: sort, label: t(`campaign.sorts.${sort}`) }))}
            value={search.sort ?? 'reference'}
            onChange={(sort) => set('sort', sort === 'reference' ? undefined : sort)}
          />
        </Group>
      </form>
    </>
  );
}
