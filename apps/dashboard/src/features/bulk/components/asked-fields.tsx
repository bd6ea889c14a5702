import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { peopleWithRole, personAsChoice } from '../../../lib/people';
import type { BulkRun } from '../api/bulk';
import { wishLines } from '../wishes';

/** What exactly is asked of each project: whoever approves the list must see it. */
export function AskedFields({ run }: { run: BulkRun }) {
  const { t, i18n } = useTranslation();
  const lines = wishLines(run.payload);
  const officers = useQuery({ ...peopleWithRole('CO'), enabled: lines.some(({ field }) => field === 'officerId') });
  const officerName = (id: string): string => {
    const found = officers.data?.find(({ personId }) => personId === id);
    return found === undefined ? '' : personAsChoice(found, i18n.language).label;
  };
  const words: Record<string, (value: string) => string> = {
    kind: (value) => t(`holds.${value}`),
    reasonCode: (value) => t(`holdReasons.${value}`),
    rule: (value) => t(`ladders.${value}`),
    officerId: officerName,
  };
  return lines.map(({ field, value }) => (
    <Text key={field} style={{ overflowWrap: 'anywhere' }}>
      {t('bulk.asked', { field: t(`bulk.fields.${field}`), value: words[field]?.(value) ?? value })}
    </Text>
  ));
}
