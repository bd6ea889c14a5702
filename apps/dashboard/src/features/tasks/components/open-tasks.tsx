import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OpenTasks } from '../api/tasks';
import { TaskCard } from './task-card';

/** What is asked of the reader now, the most urgent first. */
export function OpenTaskList({ tasks, zone }: { tasks: OpenTasks; zone: string }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="open-tasks">
      <Title order={2} id="open-tasks" mb="sm">
        {t('tasks.open')} ({tasks.total})
      </Title>
      {tasks.total === 0 && <Text>{t('tasks.none')}</Text>}
      <ul className="plain-list">
        {tasks.items.map((task) => (
          <TaskCard key={`${task.entity.id}/${task.key}`} task={task} names={tasks} zone={zone} />
        ))}
      </ul>
      {tasks.total > tasks.items.length && <Text mt="sm">{t('tasks.more', { shown: tasks.items.length, total: tasks.total })}</Text>}
    </section>
  );
}
