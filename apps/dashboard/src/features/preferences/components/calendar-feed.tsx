import { Button, CopyButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel, ProblemText } from '../../../components/problem-panel';
import { formatTime } from '../../../lib/format';
import { queryClient } from '../../../lib/query-client';
import { calendarFeedQuery, renewCalendarFeed, revokeCalendarFeed } from '../api/preferences';

function NewAddress({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        label={t('settings.feedAddress')}
        description={t('settings.feedOnce')}
        value={url}
        readOnly
        style={{ flex: 1, minWidth: 0 }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton value={url}>
        {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'settings.copied' : 'settings.copy')}</Button>}
      </CopyButton>
    </Group>
  );
}

interface Act {
  isPending: boolean;
  mutate: () => void;
}

function FeedActs({ there, renewing, revoking }: { there: boolean; renewing: Act; revoking: Act }) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button variant="default" loading={renewing.isPending} onClick={() => renewing.mutate()}>
        {t(there ? 'settings.feedRenew' : 'settings.feedMake')}
      </Button>
      {there && (
        <Button variant="default" loading={revoking.isPending} onClick={() => revoking.mutate()}>
          {t('settings.feedEnd')}
        </Button>
      )}
    </Group>
  );
}

/** The person's dates in his own calendar: an address to copy, to renew, to end. */
export function CalendarFeed({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation();
  const feed = useQuery(calendarFeedQuery);
  const look = (): Promise<void> => queryClient.invalidateQueries({ queryKey: calendarFeedQuery.queryKey });
  const renewing = useMutation({ mutationFn: renewCalendarFeed, onSuccess: look });
  const revoking = useMutation({
    mutationFn: revokeCalendarFeed,
    onSuccess: () => {
      renewing.reset();
      return look();
    },
  });
  const failed = renewing.error ?? revoking.error;
  const since = feed.data?.since ?? null;
  return (
    <Stack component="section" aria-labelledby="calendar-feed" gap="sm" align="stretch">
      <Title order={2} id="calendar-feed" size="h3">
        {t('settings.feed')}
      </Title>
      <Text>{t('settings.feedText')}</Text>
      {feed.isPending && <Loading />}
      {feed.isError && <ProblemPanel error={feed.error} onRetry={() => void feed.refetch()} />}
      {since !== null && (
        <Text size="sm">
          {t('settings.feedSince', {
            when: t('time.inZone', { time: formatTime(since, i18n.language, zone), zone: t(`zones.${zone}`, { defaultValue: zone }) }),
          })}
        </Text>
      )}
      {renewing.data !== undefined && <NewAddress url={renewing.data} />}
      {failed !== null && (
        <div className="error-summary" role="alert">
          <ProblemText error={failed} />
        </div>
      )}
      {feed.isSuccess && <FeedActs there={since !== null} renewing={renewing} revoking={revoking} />}
    </Stack>
  );
}
