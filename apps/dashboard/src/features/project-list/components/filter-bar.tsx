import { Button, Group, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcut } from '../../../lib/shortcuts';
import { withFilter, type ListSearch } from '../list-state';
import { FilterSelects } from './filter-selects';

interface FilterBarProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

/** The longest search the API takes. */
const longestSearch = 200;

/** Search and filters of the list. Each change starts again at the first page. */
export function FilterBar({ search, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState(search.q ?? '');
  const [more, setMore] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const [known, setKnown] = useState(search.q);
  // The address changed from elsewhere, by a saved view or the way back: what is typed follows it.
  if (search.q !== known) {
    setKnown(search.q);
    setQ(search.q ?? '');
  }
  useShortcut('/', 'projectList.keys.search', () => input.current?.focus());
  return (
    <form
      role="search"
      aria-label={t('list.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        onChange(withFilter(search, 'q', q.trim()));
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput
          ref={input}
          label={t('list.search')}
          description={t('projectList.searchHelp')}
          style={{ flex: '1 1 240px' }}
          maxLength={longestSearch}
          value={q}
          onChange={(event) => setQ(event.currentTarget.value)}
        />
        <Button type="submit" leftSection={<IconSearch size={16} aria-hidden />}>
          {t('list.searchAction')}
        </Button>
        <Button variant="default" aria-expanded={more} onClick={() => setMore(!more)}>
          {t(more ? 'projectList.fewer' : 'projectList.more')}
        </Button>
      </Group>
      {more && <FilterSelects search={search} onChange={onChange} />}
    </form>
  );
}
