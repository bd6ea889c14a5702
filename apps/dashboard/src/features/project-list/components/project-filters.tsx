import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries, stages } from '../../../lib/stages';
import type { ListSearch } from '../api/projects';

const sorts = ['-updated', 'deadline', 'reference', 'since'] as const;

interface FiltersProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
  myId: string;
}

/** Filters and order of the list. Each change starts again at the first page. */
export function ProjectFilters({ search, onChange, myId }: FiltersProps) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState(search.q ?? '');
  const set = (name: keyof ListSearch, value: string | null | undefined): void => {
    const { [name]: _old, cursor: _cursor, ...rest } = search;
    onChange(value === null || value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <form
      role="search"
      aria-label={t('list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        set('q', q.trim());
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('list.search')}
          description={t('list.searchHelp')}
          style={{ flex: '1 1 240px' }}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {t('list.searchAction')}
        </Button>
      </Group>
      <Group align="flex-end" gap="sm" mt="sm">
        <Select
          label={t('list.stage')}
          w={200}
          clearable
          clearButtonProps={{ 'aria-label': t('list.all') }}
          placeholder={t('list.all')}
          data={stages.map((stage) => ({ value: stage, label: t(`stages.${stage}`) }))}
          value={search.stage ?? null}
          onChange={(stage) => set('stage', stage)}
        />
        <Select
          label={t('list.country')}
          w={170}
          clearable
          clearButtonProps={{ 'aria-label': t('list.all') }}
          placeholder={t('list.all')}
          data={countries.map((code) => ({ value: code, label: countryName(code, i18n.language) }))}
          value={search.country ?? null}
          onChange={(country) => set('country', country)}
        />
        <Select
          label={t('list.sort')}
          w={210}
          allowDeselect={false}
          data={sorts.map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) }))}
          value={search.sort ?? '-updated'}
          onChange={(sort) => set('sort', sort === '-updated' ? undefined : sort)}
        />
        <Checkbox
          label={t('list.onlyOverdue')}
          checked={search.overdue === 'true'}
          onChange={(event) => set('overdue', event.currentTarget.checked ? 'true' : undefined)}
          mb={8}
        />
        <Checkbox
          label={t('list.onlyMine')}
          checked={search.officer === myId}
          onChange={(event) => set('officer', event.currentTarget.checked ? myId : undefined)}
          mb={8}
        />
      </Group>
    </form>
  );
}
