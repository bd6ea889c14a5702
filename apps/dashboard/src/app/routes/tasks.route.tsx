import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { openTasksQuery } from '../../features/tasks/api/tasks';
import { DoneTaskList } from '../../features/tasks/components/done-tasks';
import { OpenTaskList } from '../../features/tasks/components/open-tasks';

function TasksPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const open = useQuery(openTasksQuery);
  return (
    <Stack gap="xl" maw={760}>
      <div>
        <PageTitle title={t('tasks.title')} />
        <Text c="dimmed">{t('tasks.lead')}</Text>
      </div>
      {open.isPending && <Loading />}
      {open.isError && <ProblemPanel error={open.error} onRetry={() => void open.refetch()} />}
      {open.data !== undefined && <OpenTaskList tasks={open.data} zone={me.zone} />}
      <DoneTaskList zone={me.zone} />
    </Stack>
  );
}

/** What is asked of the reader, and what he has done. */
export const route = createLazyRoute('/signed-in/tasks')({ component: TasksPage });
