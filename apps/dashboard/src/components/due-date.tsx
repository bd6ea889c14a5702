import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatTime, relativeDays } from '../lib/format';

interface DueDateProps {
  dueOn: string;
  endsAt: string;
  /** The entity's own time; a rehearsal has another than the wall. */
  nowMs: number;
  overdue: boolean;
}

/** A deadline: date of Beijing, how far away it is, and the word "overdue" when it is over; the exact end is in its title. */
export function DueDate({ dueOn, endsAt, nowMs, overdue }: DueDateProps) {
  const { t, i18n } = useTranslation();
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const title = t('time.endsAt', { beijing: formatTime(endsAt, i18n.language), local: formatTime(endsAt, i18n.language, local) });
  return (
    <Group gap={6} wrap="nowrap" title={title} align="flex-start">
      {overdue && <IconAlertTriangle size={18} aria-hidden color="var(--mantine-color-error)" style={{ flexShrink: 0 }} />}
      <div>
        <Text size="sm" fw={600}>
          <time dateTime={dueOn}>{formatDate(dueOn, i18n.language)}</time>
        </Text>
        <Text size="sm" c={overdue ? 'var(--mantine-color-error)' : 'dimmed'} fw={overdue ? 600 : 400}>
          {overdue ? `${t('time.overdue')} · ` : ''}
          {relativeDays(endsAt, nowMs, i18n.language)}
        </Text>
      </div>
    </Group>
  );
}
