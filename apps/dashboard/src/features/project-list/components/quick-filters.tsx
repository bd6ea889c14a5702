import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { withFilter, type FilterName, type ListSearch } from '../list-state';

interface QuickProps {
  search: ListSearch;
  myId: string;
  onChange: (search: ListSearch) => void;
}

interface Quick {
  name: string;
  filter: FilterName;
  value: string;
}

const quick: readonly Quick[] = [
  { name: 'mine', filter: 'officer', value: 'me' },
  { name: 'noOfficer', filter: 'officer', value: 'none' },
  { name: 'overdue', filter: 'overdue', value: 'true' },
  { name: 'week', filter: 'dueWithin', value: '7' },
  { name: 'held', filter: 'held', value: 'true' },
  { name: 'open', filter: 'closed', value: 'false' },
];

/** The filters that are used most, as buttons that stay pressed. */
export function QuickFilters({ search, myId, onChange }: QuickProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" role="group" aria-label={t('projectList.quickLabel')}>
      {quick.map(({ name, filter, value }) => {
        const on = search[filter] === value || (name === 'mine' && search.officer === myId);
        return (
          <Button
            key={name}
            size="xs"
            radius="xl"
            variant={on ? 'filled' : 'default'}
            aria-pressed={on}
            onClick={() => onChange(withFilter(search, filter, on ? null : value))}
          >
            {t(`projectList.quick.${name}`)}
          </Button>
        );
      })}
    </Group>
  );
}
