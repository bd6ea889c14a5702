import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NextPageProps<T extends { cursor?: string }> {
  /** What the page's address says. */
  search: T;
  /** Where the next page begins; null on the last. */
  next: string | null;
  onChange: (search: T) => void;
}

/** The ways on through a list that is only read forwards: back to its beginning, and to its next page; nothing when all is shown. */
export function NextPage<T extends { cursor?: string }>({ search, next, onChange }: NextPageProps<T>) {
  const { t } = useTranslation();
  const { cursor, ...firstPage } = search;
  if (cursor === undefined && next === null) return null;
  return (
    <Group>
      {cursor !== undefined && (
        <Button variant="default" onClick={() => onChange(firstPage as T)}>
          {t('list.first')}
        </Button>
      )}
      {next !== null && (
        <Button variant="default" onClick={() => onChange({ ...search, cursor: next })}>
          {t('list.next')}
        </Button>
      )}
    </Group>
  );
}
