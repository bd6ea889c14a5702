import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import { Notice } from '../../../components/notice';
import type { Overview } from '../api/overview';

/** Checks come every minute; one may take a few. After ten minutes without one something is wrong. */
const silentAfterMs = 10 * 60_000;

/** When it was last checked that nothing was missed, and what that check had to mend. */
export function LastCheck({ check, nowMs }: { check: Overview['lastCheck']; nowMs: number }) {
  const { t, i18n } = useTranslation();
  if (check === null)
    return (
      <Text size="sm" c="dimmed">
        {t('home.check.none')}
      </Text>
    );
  const when = t('time.inZone', { time: formatTime(check.endedAt, i18n.language), zone: t('zones.Asia/Shanghai') });
  if (nowMs - Date.parse(check.endedAt) > silentAfterMs)
    return <Notice title={t('home.check.silent', { when })}>{t('home.check.silentHelp')}</Notice>;
  return (
    <Text size="sm" c="dimmed">
      {check.healed === 0 ? t('home.check.fine', { when }) : t('home.check.healed', { when, count: check.healed })}
    </Text>
  );
}
