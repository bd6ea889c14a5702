import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatShortDate, formatTime, relativeDays } from '../../../lib/format';
import type { BoardCard } from '../api/board';

/** The next deadline on a card: its date, how far away it is and, when it is over, the word for that. */
export function DueChip({ deadline, nowMs }: { deadline: NonNullable<BoardCard['deadline']>; nowMs: number }) {
  const { t, i18n } = useTranslation();
  const { overdue, dueOn, endsAt } = deadline;
  const local = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const title = t('time.endsAt', { beijing: formatTime(endsAt, i18n.language), local: formatTime(endsAt, i18n.language, local) });
  return (
    <Text size="xs" className="due-chip" data-overdue={overdue} title={title}>
      {overdue && (
        <>
          <span aria-hidden>⚠ </span>
          <strong>{t('time.overdue')}</strong>
          {' · '}
        </>
      )}
      <time dateTime={dueOn}>{formatShortDate(dueOn, i18n.language)}</time>
      {' · '}
      {relativeDays(endsAt, nowMs, i18n.language)}
    </Text>
  );
}
