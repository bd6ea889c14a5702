import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProjectPage } from '../api/projects';
import type { ListSearch } from '../list-state';

/** Leads to the pages before and after this one. */
export function Pager({ page, search, onChange }: { page: ProjectPage; search: ListSearch; onChange: (search: ListSearch) => void }) {
  const { t } = useTranslation();
  const { cursor, ...first } = search;
  const { previous, next } = page;
  if (previous === null && next === null && cursor === undefined) return null;
  return (
    <Group component="nav" aria-label={t('projectList.pages')}>
      <Button variant="default" disabled={cursor === undefined} onClick={() => onChange(first)}>
        {t('list.first')}
      </Button>
      <Button variant="default" disabled={previous === null} onClick={() => previous !== null && onChange({ ...first, cursor: previous })}>
        {t('projectList.previous')}
      </Button>
      <Button variant="default" disabled={next === null} onClick={() => next !== null && onChange({ ...first, cursor: next })}>
        {t('list.next')}
      </Button>
    </Group>
  );
}
