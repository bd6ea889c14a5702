import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { replayChecksQuery, type ReplayCheck } from '../../features/engine/api/engine';
import { ReplayForm } from '../../features/engine/components/replay-form';
import { ReplayResult } from '../../features/engine/components/replay-result';

const lookAgainMs = 1_000;

function Checks({ items }: { items: readonly ReplayCheck[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <EmptyState title={t('engine.replay.empty')} />;
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {items.map((check) => (
        <ReplayResult key={check.id} check={check} />
      ))}
    </Stack>
  );
}

function ReplayPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const checks = useQuery({
    ...replayChecksQuery,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') === true ? lookAgainMs : false),
  });
  return (
    <Stack gap="lg">
      <PageTitle title={t('engine.replayTool.title')} />
      <Text maw={760}>{t('engine.replay.text')}</Text>
      {me.roles.includes('AD') ? <ReplayForm /> : <Text c="dimmed">{t('engine.administratorsOnly')}</Text>}
      <Title order={2}>{t('engine.replay.last')}</Title>
      {checks.isPending && <Loading />}
      {checks.isError && <ProblemPanel error={checks.error} onRetry={() => void checks.refetch()} />}
      {checks.data !== undefined && <Checks items={checks.data.items} />}
    </Stack>
  );
}

/** Whether what was recorded still replays. */
export const route = createLazyRoute('/signed-in/administration/replay')({ component: ReplayPage });
