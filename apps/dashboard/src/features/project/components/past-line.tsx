import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import type { Past } from '../timeline-items';

type Entry = Past['items'][number];

/** Who did it and how it came in, in one sentence. */
export function ByWhom({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const { actor, door, onBehalfOf } = entry;
  const name = actor.name ?? t('project.somebody');
  const who =
    actor.kind === 'system' ? t(door === 'dispatch' ? 'projectPage.history.byProgramme' : 'project.byClock') : t('project.by', { name });
  const how = actor.kind === 'person' && door != null ? t(`projectPage.history.doors.${door}`) : undefined;
  return (
    <Text size="sm" c="dimmed">
      {[who, onBehalfOf === undefined ? undefined : t('projectPage.history.onBehalfOf', { name: onBehalfOf }), how]
        .filter((part) => part !== undefined)
        .join(' · ')}
    </Text>
  );
}

/** One entry of the past: what happened, why, who, when in two zones, and the arithmetic of the date it is about. */
export function PastLine({ entry, dates }: { entry: Entry; dates: Past['dates'] }) {
  const { t } = useTranslation();
  const reason = entry.date === undefined ? undefined : dates?.[entry.date];
  return (
    <li>
      {entry.events.map((event, index) => (
        <Text key={index} style={{ overflowWrap: 'anywhere' }}>
          {event.sentence}
        </Text>
      ))}
      {entry.reason !== null && <Text size="sm">{t('project.reason', { reason: entry.reason })}</Text>}
      <ByWhom entry={entry} />
      <TwoZones at={entry.occurredAt} />
      {reason !== undefined && <WhyDate because={reason.because} policyKey={reason.policyKey} article={reason.article} />}
    </li>
  );
}
