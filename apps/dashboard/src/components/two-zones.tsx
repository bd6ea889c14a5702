import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formalZone, formatTime } from '../lib/format';

/** An instant in Beijing time and, where clocks differ, in the reader's own; each zone is named. */
export function TwoZones({ at, zone }: { at: string; zone?: string | undefined }) {
  const { t, i18n } = useTranslation();
  const own = zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const beijing = formatTime(at, i18n.language);
  const local = formatTime(at, i18n.language, own);
  return (
    <Text component="span" size="sm" c="dimmed">
      <time dateTime={at}>{t('time.inZone', { time: beijing, zone: t(`zones.${formalZone}`) })}</time>
      {local !== beijing && ` · ${t('time.inZone', { time: local, zone: t(`zones.${own}`, { defaultValue: own }) })}`}
    </Text>
  );
}
