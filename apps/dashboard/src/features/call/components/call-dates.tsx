import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import { callPlanQuery, callTimelineQuery } from '../api/call';

/** What is planned for the call, each date with its reason, and what happened; applications that came in are counted elsewhere. */
export function CallDates({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const plan = useQuery(callPlanQuery(callId));
  const past = useQuery(callTimelineQuery(callId));
  return (
    <section aria-labelledby="dates">
      <Title order={2} id="dates" mb="sm">
        {t('calls.dates')}
      </Title>
      <ol className="timeline">
        {(plan.data?.items ?? []).map((line) => (
          <li key={`${line.key}/${line.series}`} className="planned">
            <Text fw={600}>
              {line.rule === 'clock' ? t(`moments.${line.object}`, { defaultValue: t('moments.other') }) : t(`ladders.${line.rule}`)}
            </Text>
            <TwoZones at={line.at} />
            <WhyDate because={line.because} policyKey={line.policyKey} article={line.article} />
          </li>
        ))}
      </ol>
      <Title order={2} mb="sm" mt="md">
        {t('project.past')}
      </Title>
      <ol className="timeline" reversed>
        {[...(past.data?.items ?? [])]
          .reverse()
          .filter((entry) => entry.events.some((event) => event.type !== 'ApplicationCounted'))
          .map((entry) => (
            <li key={entry.rev}>
              {entry.events.map((event, index) => (
                <Text key={index}>{event.sentence}</Text>
              ))}
              <Text size="sm" c="dimmed">
                {entry.actor.kind === 'system'
                  ? t('project.byClock')
                  : t('project.by', { name: entry.actor.name ?? t('project.somebody') })}
              </Text>
              <TwoZones at={entry.occurredAt} />
            </li>
          ))}
      </ol>
    </section>
  );
}
