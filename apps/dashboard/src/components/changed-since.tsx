import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, contentOf } from '../lib/api-client';
import { formatTime } from '../lib/format';
import { Loading } from './loading';
import { ProblemPanel } from './problem-panel';

interface ChangedSinceProps {
  projectId: string;
  /** The last revision the person has seen. */
  rev: number;
  onLookAgain?: (() => void) | undefined;
}

/** Who changed what in a project since a revision, from its ledger, and a way to look again. */
export function ChangedSince({ projectId, rev, onLookAgain }: ChangedSinceProps) {
  const { t, i18n } = useTranslation();
  const timeline = useQuery({
    queryKey: ['project', projectId, 'timeline', 'since', rev],
    queryFn: () => contentOf(api.GET('/api/projects/{id}/timeline', { params: { path: { id: projectId } } })),
  });
  const entries = (timeline.data?.items ?? []).filter((entry) => entry.rev > rev);
  return (
    <Stack gap="xs" align="flex-start" className="notice">
      <Text fw={600}>{t('board.since.title')}</Text>
      {timeline.isPending && <Loading />}
      {timeline.isError && <ProblemPanel error={timeline.error} onRetry={() => void timeline.refetch()} />}
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.rev}>
            <Text size="sm" fw={600}>
              {entry.actor.kind === 'system' ? t('board.since.byClock') : entry.actor.name}
              {' · '}
              {t('time.inZone', { time: formatTime(entry.recordedAt, i18n.language), zone: t('zones.Asia/Shanghai') })}
            </Text>
            {entry.events.map((event, at) => (
              <Text key={at} size="sm">
                {event.sentence}
              </Text>
            ))}
          </li>
        ))}
      </ul>
      {timeline.isSuccess && entries.length === 0 && <Text size="sm">{t('board.since.unseen')}</Text>}
      {onLookAgain !== undefined && <Button onClick={onLookAgain}>{t('board.since.again')}</Button>}
    </Stack>
  );
}
