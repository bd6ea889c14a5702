import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import type { BoardFilters as Filters } from '../api/board';

const lanes = ['none', 'country', 'officer', 'call'] as const;

interface BoardFiltersProps {
  filters: Filters;
  myId: string;
  /** Today and in seven days, as local dates of Beijing. */
  week: { from: string; to: string };
  onChange: (filters: Filters) => void;
}

/** Rows and filters of the board; the quick ones are buttons that stay pressed. */
export function BoardFilters({ filters, myId, week, onChange }: BoardFiltersProps) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState(filters.q ?? '');
  const set = (change: Partial<Record<keyof Filters, string | undefined>>): void => {
    onChange(Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value !== undefined && value !== '')));
  };
  const quick = [
    { name: 'mine', on: filters.officer === myId, put: { officer: myId }, drop: { officer: undefined } },
    { name: 'overdue', on: filters.overdue === 'true', put: { overdue: 'true' }, drop: { overdue: undefined } },
    {
      name: 'week',
      on: filters.dueFrom === week.from && filters.dueTo === week.to,
      put: { dueFrom: week.from, dueTo: week.to },
      drop: { dueFrom: undefined, dueTo: undefined },
    },
    { name: 'held', on: filters.held === 'true', put: { held: 'true' }, drop: { held: undefined } },
  ];
  return (
    <form
      role="search"
      aria-label={t('list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        set({ q: q.trim() });
      }}
    >
      <Group align="flex-end" gap="sm">
        <Select
          label={t('board.lanes')}
          w={150}
          allowDeselect={false}
          data={lanes.map((lane) => ({ value: lane, label: t(`board.lanesBy.${lane}`) }))}
          value={filters.lanes ?? 'none'}
          onChange={(lane) => set({ lanes: lane === 'none' ? undefined : (lane ?? undefined) })}
        />
        <Select
          label={t('list.country')}
          w={150}
          clearable
          clearButtonProps={{ 'aria-label': t('list.all') }}
          placeholder={t('list.all')}
          data={[
            ...countries.map((code) => ({ value: code, label: countryName(code, i18n.language) })),
            { value: 'none', label: t('home.noCountry') },
          ]}
          value={filters.country ?? null}
          onChange={(country) => set({ country: country ?? undefined })}
        />
        <TextInput
          label={t('list.search')}
          style={{ flex: '1 1 160px' }}
          maxLength={200}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('list.searchAction')}
        </Button>
      </Group>
      <Group gap="xs" mt="sm">
        {quick.map(({ name, on, put, drop }) => (
          <Button key={name} size="xs" variant={on ? 'filled' : 'default'} aria-pressed={on} onClick={() => set(on ? drop : put)}>
            {t(`board.quick.${name}`)}
          </Button>
        ))}
      </Group>
    </form>
  );
}
