import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formalZone, formatTime, relativeDays } from '../lib/format';

interface DueInZonesProps {
  /** Exclusive end, such as 24:00 of the last day. */
  endsAt: string;
  /** The reader's zone. */
  zone: string;
  nowMs: number;
  overdue: boolean;
}

/** Until when, to the last minute, in the reader's own time with its zone named, and in Beijing time beside it where clocks differ. */
export function DueInZones({ endsAt, zone, nowMs, overdue }: DueInZonesProps) {
  const { t, i18n } = useTranslation();
  const lastMinute = new Date(Date.parse(endsAt) - 1_000).toISOString();
  const inZone = (where: string): string =>
    t('time.inZone', { time: formatTime(lastMinute, i18n.language, where), zone: t(`zones.${where}`, { defaultValue: where }) });
  const apart = formatTime(lastMinute, i18n.language, zone) !== formatTime(lastMinute, i18n.language, formalZone);
  return (
    <div>
      <Text fw={600}>
        <time dateTime={endsAt}>{t('tasks.until', { when: inZone(zone) })}</time>
      </Text>
      {apart && (
        <Text size="sm" c="dimmed">
          {inZone(formalZone)}
        </Text>
      )}
      <Text size="sm" c={overdue ? 'var(--mantine-color-error)' : 'dimmed'} fw={overdue ? 600 : 400}>
        {overdue ? `${t('time.overdue')} · ` : ''}
        {relativeDays(endsAt, nowMs, i18n.language)}
      </Text>
    </div>
  );
}
