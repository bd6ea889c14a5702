import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { WhyDate } from '../../../components/why-date';
import { forecastQuery, timelineQuery, type ProjectDetail } from '../api/project';
import { objectLabel } from '../object-label';

function Past({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const past = useQuery(timelineQuery(project.id));
  if (past.isPending) return <Loading />;
  if (past.isError) return <ProblemPanel error={past.error} onRetry={() => void past.refetch()} />;
  const entries = past.data.items.filter((entry) => entry.events.length > 0);
  return (
    <ol className="timeline" reversed>
      {[...entries].reverse().map((entry) => (
        <li key={entry.rev}>
          {entry.events.map((event, index) => (
            <Text key={index}>{event.sentence}</Text>
          ))}
          {entry.reason !== null && <Text size="sm">{t('project.reason', { reason: entry.reason })}</Text>}
          <Text size="sm" c="dimmed">
            {entry.actor.kind === 'system' ? t('project.byClock') : t('project.by', { name: entry.actor.name ?? t('project.somebody') })}
          </Text>
          <TwoZones at={entry.occurredAt} />
        </li>
      ))}
    </ol>
  );
}

function Future({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const future = useQuery(forecastQuery(project.id));
  if (future.isPending) return <Loading />;
  if (future.isError) return <ProblemPanel error={future.error} onRetry={() => void future.refetch()} />;
  if (future.data.items.length === 0) return <Text>{t('project.nothingPlanned')}</Text>;
  return (
    <ol className="timeline">
      {future.data.items.map(({ at, occurrence, events, notifications }) => {
        const what =
          occurrence.rule === 'clock'
            ? t(`moments.${occurrence.object}`, { defaultValue: t('moments.other') })
            : t(`ladders.${occurrence.rule}`);
        const about = objectLabel(project, occurrence.object, t);
        const roles = [...new Set(notifications.flatMap((one) => one.to))].map((role) => t(`roles.${role}`));
        return (
          <li key={`${occurrence.key}/${occurrence.series}/${at}`} className="planned">
            <Text fw={600}>{about === undefined || occurrence.rule === 'clock' ? what : `${what}: ${about}`}</Text>
            <Text size="sm">
              {t(`occurrences.${occurrence.kind}`)}
              {occurrence.consequence !== undefined && `: ${t(`consequences.${occurrence.consequence}`)}`}
              {roles.length > 0 && ` · ${t('project.mailTo', { roles: roles.join(t('why.comma')) })}`}
            </Text>
            {events.map((event, index) => (
              <Text key={index} size="sm">
                {event.sentence}
              </Text>
            ))}
            <TwoZones at={at} />
            <WhyDate because={occurrence.because} policyKey={occurrence.policyKey} article={occurrence.article} />
          </li>
        );
      })}
    </ol>
  );
}

/** What will happen if nobody acts, each date with its reason, and what happened, from the ledger. */
export function TimelineView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Paper withBorder p="md" component="section" aria-labelledby="future">
        <Title order={2} id="future" mb="xs">
          {t('project.future')}
        </Title>
        <Text size="sm" mb="md">
          {t('project.futureText')}
        </Text>
        <Future project={project} />
      </Paper>
      <Paper withBorder p="md" component="section" aria-labelledby="past">
        <Title order={2} id="past" mb="md">
          {t('project.past')}
        </Title>
        <Past project={project} />
      </Paper>
    </Stack>
  );
}
