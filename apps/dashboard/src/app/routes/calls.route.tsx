import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { callsQuery } from '../../features/call/api/call';
import { CallsList } from '../../features/call/components/calls-list';

function CallsPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const calls = useQuery(callsQuery);
  const create = me.roles.includes('SH') ? (
    <Button component={Link} to="/calls/new">
      {t('calls.create')}
    </Button>
  ) : null;
  const isEmpty = calls.data?.items.length === 0;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <PageTitle title={t('calls.title')} />
        {!isEmpty && create}
      </Group>
      {calls.isPending && <Loading />}
      {calls.isError && <ProblemPanel error={calls.error} onRetry={() => void calls.refetch()} />}
      {isEmpty && (
        <EmptyState title={t('calls.none')} text={t(create === null ? 'callWork.empty' : 'callWork.emptyCreate')}>
          {create}
        </EmptyState>
      )}
      {calls.data !== undefined && !isEmpty && <CallsList calls={calls.data.items} nowMs={calls.dataUpdatedAt} />}
    </Stack>
  );
}

/** All calls. */
export const route = createLazyRoute('/signed-in/calls')({ component: CallsPage });
