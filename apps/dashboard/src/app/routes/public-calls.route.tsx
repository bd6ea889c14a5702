import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel } from '../../components/problem-panel';
import { publicCallsQuery } from '../../features/public/api/public';
import { PublicCallList } from '../../features/public/components/public-calls';
import { JsonLink, PublicHead } from '../../features/public/components/public-head';

function PublicCallsPage() {
  const { t } = useTranslation();
  const calls = useQuery(publicCallsQuery);
  return (
    <Stack gap="lg">
      <PublicHead description={t('public.description')} json="/api/public/calls" />
      <PageTitle title={t('public.title')} />
      {calls.isPending && <Loading />}
      {calls.isError && <ProblemPanel error={calls.error} onRetry={() => void calls.refetch()} />}
      {calls.data !== undefined && <PublicCallList calls={calls.data.items} />}
      <JsonLink href="/api/public/calls" />
    </Stack>
  );
}

/** Published calls. */
export const route = createLazyRoute('/public/')({ component: PublicCallsPage });
