import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../../../lib/format';
import type { Rehearsal } from '../api/rehearsals';

/** Marks what is only rehearsed. */
export function RehearsalMark({ size }: { size?: 'lg' }) {
  const { t } = useTranslation();
  return (
    <Badge {...(size === undefined ? {} : { size })} variant="default" tt="none">
      {t('rehearsal.mark')}
    </Badge>
  );
}

/** Who opened a rehearsal and when, where its clock stands, and until when it is kept. */
export function RoomDates({ room }: { room: Rehearsal }) {
  const { t, i18n } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('rehearsal.line', {
        name: room.openedByName,
        opened: formatTime(room.openedAt, i18n.language),
        now: formatTime(room.now, i18n.language),
        until: formatDay(room.keepUntil, i18n.language),
      })}
    </Text>
  );
}
