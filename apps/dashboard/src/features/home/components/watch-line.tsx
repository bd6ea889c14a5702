import { Anchor, Text } from '@mantine/core';
import { IconEyeCheck, IconEyeExclamation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/format';
import type { Overview } from '../api/overview';

interface WatchLineProps {
  /** Null for others than the Secretariat. */
  watch: Overview['watch'];
  /** Whether the reader may see the findings themselves. */
  mayOpen: boolean;
}

function Alarm({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="error-summary" role="alert" data-testid="watch-line">
      <Text fw={600} c="var(--mantine-color-error)">
        <IconEyeExclamation size={18} aria-hidden style={{ verticalAlign: 'text-bottom', marginInlineEnd: 6 }} />
        {title}
      </Text>
      <Text size="sm">{children}</Text>
    </div>
  );
}

/** What the watchdog last proved: quiet in one line, red when something is open or when the proof is old. */
export function WatchLine({ watch, mayOpen }: WatchLineProps) {
  const { t, i18n } = useTranslation();
  if (watch === null) return null;
  const { provedAt, openFindings, isOld } = watch;
  const when = provedAt === null ? '' : t('time.inZone', { time: formatTime(provedAt, i18n.language), zone: t('zones.Asia/Shanghai') });
  const link = mayOpen && (
    <>
      {' '}
      <Anchor component={Link} to="/administration/watchdog" size="sm">
        {t('home.watch.open')}
      </Anchor>
    </>
  );
  if (isOld) {
    return (
      <Alarm title={t('home.watch.old')}>
        {provedAt === null ? t('home.watch.oldNever') : t('home.watch.oldHelp', { when })}
        {link}
      </Alarm>
    );
  }
  if (openFindings > 0) {
    return (
      <Alarm title={t('home.watch.found', { count: openFindings })}>
        {provedAt !== null && t('home.watch.foundHelp', { when })}
        {link}
      </Alarm>
    );
  }
  return (
    <Text size="sm" c="dimmed" data-testid="watch-line">
      <IconEyeCheck size={16} aria-hidden style={{ verticalAlign: 'text-bottom', marginInlineEnd: 6 }} />
      {provedAt === null ? t('home.watch.none') : t('home.watch.quiet', { when })}
      {link}
    </Text>
  );
}
