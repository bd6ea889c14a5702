import { Anchor, Button, Group, Table, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { StageBadge } from '../../../components/stage-badge';
import { countryName } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import { applicationsPage } from '../api/call-work';

/** Applications of the call that the reader may see, page after page; the list of projects filters and sorts them. */
export function ApplicationsTable({ callId }: { callId: string }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const pages = useInfiniteQuery({
    queryKey: ['projects', 'of-call', callId, 'pages'],
    queryFn: ({ pageParam }) => applicationsPage(callId, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const lines = (pages.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <section aria-labelledby="applications">
      <Group justify="space-between" mb="sm">
        <Title order={2} id="applications">
          {t('calls.applicationsTitle')}
        </Title>
        <Anchor component={Link} to="/projects" search={{ call: callId } as never}>
          {t('callWork.applications.inList')}
        </Anchor>
      </Group>
      {pages.isPending && <Loading />}
      {pages.isError && <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isSuccess && lines.length === 0 && <Text>{t('calls.noApplications')}</Text>}
      {lines.length > 0 && (
        <div className="table-room" tabIndex={0} role="group" aria-labelledby="applications">
          <Table miw={560} verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {(['reference', 'title', 'lead', 'country', 'state'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`callWork.columns.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.id}>
                  <Table.Td>
                    <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.id } as never} className="unbroken">
                      {line.reference ?? t('callWork.applications.draft')}
                    </Anchor>
                  </Table.Td>
                  <Table.Td maw={320}>{inLanguage(line.titleZh, line.titleEn, language) ?? '–'}</Table.Td>
                  <Table.Td>{inLanguage(line.leadZh, line.leadEn, language) ?? '–'}</Table.Td>
                  <Table.Td>{line.hostCountry === null ? '–' : countryName(line.hostCountry, language)}</Table.Td>
                  <Table.Td>
                    <StageBadge stage={line.stage} subState={line.subState} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {pages.hasNextPage && (
        <Button mt="sm" variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('callWork.more')}
        </Button>
      )}
    </section>
  );
}
