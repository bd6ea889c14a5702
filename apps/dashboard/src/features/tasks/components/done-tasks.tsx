import { Anchor, Button, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { formatTime } from '../../../lib/format';
import { doneTasksPages, type DoneTask } from '../api/tasks';
import { askOf } from '../task-words';

function DoneLine({ task, zone }: { task: DoneTask; zone: string }) {
  const { t, i18n } = useTranslation();
  const { kind, id } = task.entity;
  const place =
    kind === 'project' ? { to: '/projects/$projectId', params: { projectId: id } } : { to: '/calls/$callId', params: { callId: id } };
  const when = t('time.inZone', { time: formatTime(task.at, i18n.language, zone), zone: t(`zones.${zone}`, { defaultValue: zone }) });
  return (
    <li>
      <Text fw={600}>
        <span aria-hidden>✓ </span>
        {askOf({ ...task, ladder: null }, t)}
      </Text>
      <Text size="sm">
        {when} · {t('tasks.receipt', { reference: task.reference ?? t('tasks.unnamed'), no: task.receipt })} ·{' '}
        <Anchor component={Link} to={place.to} params={place.params as never}>
          {t(kind === 'project' ? 'tasks.toProject' : 'tasks.toCall')}
        </Anchor>
      </Text>
    </li>
  );
}

/** What the reader has done, the newest first, each with its receipt. */
export function DoneTaskList({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const done = useInfiniteQuery(doneTasksPages);
  const lines = done.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="done-tasks">
      <Title order={2} id="done-tasks" mb="sm">
        {t('tasks.done')}
      </Title>
      {done.isPending && <Loading />}
      {done.isError && <ProblemPanel error={done.error} onRetry={() => void done.refetch()} />}
      {done.isSuccess && lines.length === 0 && <Text>{t('tasks.noneDone')}</Text>}
      <ul className="plain-list">
        {lines.map((task) => (
          <DoneLine key={`${task.entity.id}/${task.receipt}`} task={task} zone={zone} />
        ))}
      </ul>
      {done.hasNextPage && (
        <Button variant="default" mt="md" loading={done.isFetchingNextPage} onClick={() => void done.fetchNextPage()}>
          {t('tasks.earlier')}
        </Button>
      )}
    </section>
  );
}
