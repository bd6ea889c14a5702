import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { bulkRunsQuery } from '../../features/bulk/api/bulk';
import { RunList } from '../../features/bulk/components/run-list';
import { isMoving } from '../../features/bulk/next-acts';

const lookAgainMs = 1_000;
const calmMs = 15_000;

function BulkPage() {
  const { t } = useTranslation();
  const runs = useQuery({
    ...bulkRunsQuery,
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) === true ? lookAgainMs : calmMs),
  });
  return (
    <Stack gap="lg">
      <PageTitle title={t('bulk.tool.title')} />
      <Text maw={760}>{t('bulk.text')}</Text>
      <Read query={runs}>
        {(data) => (
          <Stack gap="lg">
            {data.mayAct ? (
              <Group>
                <Button component={Link} to="/projects">
                  {t('bulk.choose')}
                </Button>
              </Group>
            ) : (
              <Text c="dimmed">{t('bulk.readOnly')}</Text>
            )}
            <Title order={2}>{t('bulk.last')}</Title>
            <RunList runs={data.items} />
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** Acts on many projects. */
export const route = createLazyRoute('/signed-in/administration/bulk')({ component: BulkPage });
