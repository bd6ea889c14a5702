import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DueInZones } from '../../../components/due-in-zones';
import { WhyDate } from '../../../components/why-date';
import { formatTime } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { OpenTask, OpenTasks } from '../api/tasks';
import { placeOf } from '../task-place';
import { askOf, objectOf, othersOf } from '../task-words';

interface TaskCardProps {
  task: OpenTask;
  names: Pick<OpenTasks, 'people' | 'organizations'>;
  /** The reader's zone. */
  zone: string;
}

/** What happens by itself when nobody acts, and when. */
function Otherwise({ otherwise, zone }: { otherwise: NonNullable<OpenTask['otherwise']>; zone: string }) {
  const { t, i18n } = useTranslation();
  const when = t('time.inZone', {
    time: formatTime(otherwise.at, i18n.language, zone),
    zone: t(`zones.${zone}`, { defaultValue: zone }),
  });
  return <Text size="sm">{t('tasks.otherwise', { when, what: t(`consequences.${otherwise.code}`) })}</Text>;
}

/** By when, what follows, who else, and why. */
function TaskFacts({ task, names, zone }: TaskCardProps) {
  const { t } = useTranslation();
  const others = othersOf(task, names, t);
  return (
    <>
      {task.endsAt === null ? (
        <Text size="sm">{t('tasks.noDate')}</Text>
      ) : (
        <DueInZones endsAt={task.endsAt} zone={zone} nowMs={Date.parse(task.now)} overdue={task.overdue} />
      )}
      {task.otherwise !== null && <Otherwise otherwise={task.otherwise} zone={zone} />}
      {others !== '' && <Text size="sm">{t(task.mine ? 'tasks.askedToo' : 'tasks.doneBy', { names: others })}</Text>}
      {task.why !== null && <WhyDate because={task.why.because} policyKey={task.why.policyKey} article={task.why.article} />}
    </>
  );
}

/** One thing that is asked: what, for which project, by when, what follows, who else, and the button that leads to its form. */
export function TaskCard({ task, names, zone }: TaskCardProps) {
  const { t, i18n } = useTranslation();
  const about = objectOf(task, names, t);
  const ask = askOf(task, t);
  const project = [task.reference, inLanguage(task.titleZh, task.titleEn, i18n.language)].filter((one) => one != null).join(' · ');
  const place = placeOf(task);
  const action = t(task.mine ? 'tasks.doIt' : 'tasks.look');
  return (
    <Paper component="li" withBorder p="md" data-task={task.key}>
      <Stack gap="xs" align="flex-start">
        <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
          {task.overdue && <IconAlertTriangle size={18} aria-hidden color="var(--mantine-color-error)" />}{' '}
          {about === undefined ? ask : `${ask}: ${about}`}
        </Title>
        <Text style={{ overflowWrap: 'anywhere' }}>{project === '' ? t('list.untitled') : project}</Text>
        <TaskFacts task={task} names={names} zone={zone} />
        <Button
          component={Link}
          to={place.to}
          params={place.params as never}
          search={(place.search ?? {}) as never}
          variant={task.mine ? 'filled' : 'default'}
          h="auto"
          styles={{ inner: { minHeight: 42 } }}
          aria-label={`${action}: ${ask}, ${project}`}
        >
          {action}
        </Button>
      </Stack>
    </Paper>
  );
}
