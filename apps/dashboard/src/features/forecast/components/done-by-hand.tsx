import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../../lib/format';
import type { Act } from '../acts';
import type { Intervention } from '../entries';
import { Acts } from './acts';

/** What somebody did to planned mails or a date, why, and until when it can be undone. */
export function DoneByHand({ intervention, projectId, acts }: { intervention: Intervention; projectId: string; acts: Act[] }) {
  const { t, i18n } = useTranslation();
  const { kind, byName, at, reason, undoUntil, workingDays, dueOnBefore } = intervention;
  return (
    <div className="notice" data-done={kind}>
      <Text size="sm" fw={600}>
        {t(`forecast.kinds.${kind}`)}
        {workingDays !== undefined &&
          dueOnBefore !== undefined &&
          ` · ${t('forecast.putOff', { count: workingDays, day: formatDate(dueOnBefore, i18n.language) })}`}
      </Text>
      <Text size="sm">{t('forecast.doneBy', { name: byName, day: formatDay(at, i18n.language) })}</Text>
      {reason !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('project.reason', { reason })}
        </Text>
      )}
      {acts.some((act) => act.possible) && (
        <Text size="sm" c="dimmed">
          {t('forecast.undoUntil', { day: formatDay(undoUntil, i18n.language) })}
        </Text>
      )}
      <Acts projectId={projectId} acts={acts} />
    </div>
  );
}
