import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import type { PastProject } from '../api/past';

type Task = PastProject['tasks'][number];

function useTaskWords(): (task: Task) => string {
  const { t } = useTranslation();
  return ({ ladder, command }) =>
    ladder === null ? t(`past.steps.${command ?? 'other'}`, { defaultValue: t('past.steps.other') }) : t(`ladders.${ladder}`);
}

/** Tasks, each with who was asked and until when. */
export function TaskList({ tasks, empty }: { tasks: readonly Task[]; empty: string }) {
  const { t, i18n } = useTranslation();
  const words = useTaskWords();
  if (tasks.length === 0) return <Text size="sm">{empty}</Text>;
  return (
    <ul className="plain-list">
      {tasks.map((task) => {
        const asked = [...task.people, ...task.roles.map((role) => t(`roles.${role}`))].filter((who) => who !== '');
        const due = task.dueOn === null ? undefined : t('past.dueOn', { day: formatDate(task.dueOn, i18n.language) });
        return (
          <li key={task.key}>
            <Text size="sm" fw={600}>
              {words(task)}
            </Text>
            <Text size="sm">{[asked.join(t('past.and')), due].filter(Boolean).join(' · ')}</Text>
          </li>
        );
      })}
    </ul>
  );
}
