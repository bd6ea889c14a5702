import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mailCountsQuery, type MailSearch } from '../api/mails';

/** How many mails are open under each word; each number leads to its mails. */
export function MailCounts({ search, onChange }: { search: MailSearch; onChange: (search: MailSearch) => void }) {
  const { t } = useTranslation();
  const counts = useQuery(mailCountsQuery);
  const items = counts.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Group gap="sm" component="nav" aria-label={t('mailLog.open')}>
      {items.map(({ word, count }) => (
        <Button
          key={word}
          variant={search.word === word ? 'filled' : 'default'}
          aria-pressed={search.word === word}
          onClick={() => onChange(search.word === word ? {} : { word })}
        >
          {t(`mailWords.${word}.word`)} · {count}
        </Button>
      ))}
    </Group>
  );
}
