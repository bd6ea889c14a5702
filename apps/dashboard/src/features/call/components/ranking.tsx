import { Button, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import type { components } from '../../../generated/openapi-types';
import { rankingPage } from '../api/call-work';
import { RankingTable } from './ranking-table';

type RankingPage = components['schemas']['CallRanking'];

function Rules({ page }: { page: RankingPage }) {
  const { t } = useTranslation();
  const { places, reserveSize, capPerHostCountry, fundableFrom, centreFrom, divergenceRange } = page;
  const said = [
    t('callWork.ranking.places', { places, reserve: reserveSize }),
    ...(capPerHostCountry > 0 ? [t('callWork.ranking.cap', { cap: capPerHostCountry })] : []),
    t('callWork.ranking.thresholds', { fundable: fundableFrom, centre: centreFrom }),
    t('callWork.ranking.consensus', { range: divergenceRange }),
  ];
  return (
    <ul style={{ margin: 0, paddingInlineStart: '1.2em' }}>
      {said.map((sentence) => (
        <Text key={sentence} component="li" size="sm">
          {sentence}
        </Text>
      ))}
    </ul>
  );
}

function Lists({ lists }: { lists: RankingPage['lists'] }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {['A', 'B', 'C', 'D'].map((list) => (
        <li key={list}>
          <Text component="span" fw={700} fz={22}>
            {lists[list] ?? 0}
          </Text>{' '}
          <Text component="span" size="sm">
            {t(`lists.${list}`)}
          </Text>
        </li>
      ))}
    </SimpleGrid>
  );
}

interface MoreProps {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

function More({ pages }: MoreProps) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <Button mt="sm" variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
      {t('callWork.more')}
    </Button>
  );
}

/** The ranking of the call: exact scores, spread, ties in words, the lines drawn through it, and the council's decision beside it. */
export function CallRankingView({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['call', callId, 'ranking'],
    queryFn: ({ pageParam }) => rankingPage(callId, pageParam),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return (
    <section aria-labelledby="ranking">
      <Title order={2} id="ranking" mb="xs">
        {t('calls.ranking')}
      </Title>
      {pages.isPending && <Loading />}
      {pages.isError && <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data !== undefined && <Fixed read={pages.data.pages} />}
      <More pages={pages} />
    </section>
  );
}

/** What was read of the ranking; before it is fixed there is none. */
function Fixed({ read }: { read: RankingPage[] }) {
  const { t } = useTranslation();
  const [first] = read;
  if (first?.fixed !== true) return <Text>{t('callWork.ranking.notFixed')}</Text>;
  return (
    <Stack gap="md">
      <Lists lists={first.lists} />
      <Rules page={first} />
      <RankingTable cuts={first.cuts} fundableFrom={first.fundableFrom} lines={read.flatMap((page) => page.items)} />
    </Stack>
  );
}
