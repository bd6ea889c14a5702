import { Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { interventionKindsQuery, linkedFilters, type InterventionSearch } from '../api/interventions';

const doors = ['web', 'api', 'mail-link', 'cli'] as const;

interface FiltersProps {
  search: InterventionSearch;
  onChange: (search: InterventionSearch) => void;
}

/** Filters of the list; each change starts again at the first page. */
export function InterventionFilters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const kinds = useQuery(interventionKindsQuery).data?.items ?? [];
  const set = (name: keyof InterventionSearch, value: string | null | undefined): void => {
    const { [name]: _old, cursor: _cursor, ...rest } = search;
    onChange(value === null || value === undefined || value === '' ? rest : { ...rest, [name]: value });
  };
  const choice = (name: 'kind' | 'door' | 'undone', width: number, data: { value: string; label: string }[]) => (
    <Select
      label={t(`interventions.filters.${name}`)}
      w={width}
      clearable
      searchable={name === 'kind'}
      clearButtonProps={{ 'aria-label': t('interventions.all') }}
      placeholder={t('interventions.all')}
      data={data}
      value={search[name] ?? null}
      onChange={(value) => set(name, value)}
    />
  );
  return (
    <Group role="search" aria-label={t('interventions.filters.label')} align="flex-end" gap="sm">
      {choice(
        'kind',
        260,
        kinds.map(({ kind, label }) => ({ value: kind, label })),
      )}
      {choice(
        'door',
        220,
        doors.map((door) => ({ value: door, label: t(`projectPage.history.doors.${door}`) })),
      )}
      {choice(
        'undone',
        180,
        ['true', 'false'].map((value) => ({ value, label: t(`interventions.undone.${value}`) })),
      )}
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={t(`interventions.filters.${name}`)}
          w={170}
          value={search[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      {linkedFilters
        .filter((name) => search[name] !== undefined)
        .map((name) => (
          <Button key={name} variant="default" onClick={() => set(name, undefined)}>
            {t(`interventions.only.${name}`)} ×
          </Button>
        ))}
    </Group>
  );
}
