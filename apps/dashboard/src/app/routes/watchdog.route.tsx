import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { watchdogQuery, type WatchPage } from '../../features/watchdog/api/watchdog';
import { FindingList } from '../../features/watchdog/components/finding-list';
import { ProofList } from '../../features/watchdog/components/proof-list';
import { ProveNow } from '../../features/watchdog/components/prove-now';

const lookAgainMs = 1_000;
const lookMs = 30_000;

function runs(page: WatchPage | undefined): boolean {
  return page?.proofs.some((one) => one.endedAt === null) === true;
}

/** What is open and what is gone. Before the first complete proof, nobody knows whether anything is open. */
function Findings({ page: { standing, open, gone } }: { page: WatchPage }) {
  const { t } = useTranslation();
  const proved = standing.provedAt !== null;
  return (
    <>
      {(proved || open.total > 0) && <Title order={2}>{t('watchdog.open', { count: open.total })}</Title>}
      {open.total === 0 && !proved && <EmptyState title={t('watchdog.neverTitle')} text={t('watchdog.neverText')} />}
      {open.total === 0 && proved && <EmptyState title={t('watchdog.nothing')} text={t('watchdog.nothingText')} />}
      {open.total > 0 && <FindingList findings={open.items} label={t('watchdog.open', { count: open.total })} />}
      {open.total > open.items.length && <Text>{t('watchdog.more', { count: open.total - open.items.length })}</Text>}
      {gone.length > 0 && (
        <>
          <Title order={2}>{t('watchdog.gone')}</Title>
          <FindingList findings={gone} label={t('watchdog.gone')} />
        </>
      )}
    </>
  );
}

function WatchdogPage() {
  const { t } = useTranslation();
  const page = useQuery({ ...watchdogQuery, refetchInterval: ({ state }) => (runs(state.data) ? lookAgainMs : lookMs) });
  return (
    <Stack gap="lg">
      <PageTitle title={t('watchdog.title')} />
      <Text maw={760}>{t('watchdog.text')}</Text>
      <ProveNow runs={runs(page.data)} />
      <Read query={page}>
        {(data) => (
          <Stack gap="lg">
            <Findings page={data} />
            <Title order={2}>{t('watchdog.lastProofs')}</Title>
            {data.proofs.length === 0 ? <EmptyState title={t('watchdog.never')} /> : <ProofList proofs={data.proofs} />}
          </Stack>
        )}
      </Read>
    </Stack>
  );
}

/** The proof that nothing was silently missed. */
export const route = createLazyRoute('/signed-in/administration/watchdog')({ component: WatchdogPage });
