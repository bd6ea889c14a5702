import { Button, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { activeFilters, withFilter, type ListSearch } from '../list-state';
import { useFilterWords } from '../use-filter-words';

interface ActiveProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
  onClear: () => void;
}

/** Every filter that is set, in words, each with a way to take it away. */
export function ActiveFilters({ search, onChange, onClear }: ActiveProps) {
  const { t } = useTranslation();
  const wordsOf = useFilterWords();
  const active = activeFilters(search);
  if (active.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label={t('projectList.active')}>
      {active.map(({ name, value }) => {
        const words = wordsOf(name, value);
        return (
          <Button
            key={name}
            size="xs"
            variant="light"
            className="filter-chip"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={t('projectList.remove', { filter: words })}
            onClick={() => onChange(withFilter(search, name, null))}
          >
            {words}
          </Button>
        );
      })}
      <Button size="xs" variant="subtle" onClick={onClear}>
        {t('list.clear')}
      </Button>
    </Group>
  );
}
