import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from './loading';
import { ProblemPanel } from './problem-panel';

/**
 * Shows what was read. While it is read for the first time a skeleton stands in; a problem stands in for what never came. What is shown already stays
 * when reading it again fails, with a line that says so.
 */
export function Read<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  const retry = (): void => void query.refetch();
  if (query.data === undefined) return query.isError ? <ProblemPanel error={query.error} onRetry={retry} /> : <Loading />;
  return (
    <Stack gap="sm">
      {query.isError && (
        <div className="notice" role="status">
          <Group gap="sm">
            <IconPlugConnectedX size={18} aria-hidden />
            <Text style={{ flex: '1 1 200px' }}>{t('problem.stale')}</Text>
            <Button size="compact-sm" variant="default" onClick={retry}>
              {t('problem.again')}
            </Button>
          </Group>
        </div>
      )}
      {children(query.data)}
    </Stack>
  );
}
