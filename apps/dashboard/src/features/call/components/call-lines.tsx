import { Anchor, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { StageBadge } from '../../../components/stage-badge';
import { countryName, formatScore } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import { projectsOfCallQuery, type CallDetail } from '../api/call';

/** Applications of the call that the reader may see, with where each stands. */
export function CallApplications({ call }: { call: CallDetail }) {
  const { t, i18n } = useTranslation();
  const projects = useQuery(projectsOfCallQuery(call.id));
  const lines = projects.data?.items ?? [];
  return (
    <section aria-labelledby="applications">
      <Title order={2} id="applications" mb="sm">
        {t('calls.applicationsTitle')}
      </Title>
      {projects.isPending && <Loading />}
      {projects.isSuccess && lines.length === 0 && <Text>{t('calls.noApplications')}</Text>}
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id}>
            <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.id } as never}>
              {inLanguage(line.titleZh, line.titleEn, i18n.language) ?? line.reference ?? t('list.untitled')}
            </Anchor>{' '}
            <Text component="span" size="sm" c="dimmed">
              {[line.reference, line.hostCountry === null ? undefined : countryName(line.hostCountry, i18n.language)]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <div>
              <StageBadge stage={line.stage} subState={line.subState} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ranking with the council's decision beside it. */
export function Ranking({ call }: { call: CallDetail }) {
  const { t, i18n } = useTranslation();
  const lines = call.ranking ?? [];
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="ranking">
      <Title order={2} id="ranking" mb="sm">
        {t('calls.ranking')}
      </Title>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <caption className="visually-hidden">{t('calls.ranking')}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['rank', 'reference', 'score', 'list', 'decision'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`calls.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => {
              const decided = call.decision?.lines.find((one) => one.projectId === line.projectId);
              return (
                <Table.Tr key={line.projectId}>
                  <Table.Td>{line.rank}</Table.Td>
                  <Table.Td>
                    <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.projectId } as never}>
                      {decided?.projectRef ?? line.applicationRef}
                    </Anchor>{' '}
                    {countryName(line.hostCountry, i18n.language)}
                    {line.centreCandidate && ` · ${t('calls.centre')}`}
                  </Table.Td>
                  <Table.Td>{formatScore(line.sumHalfPoints, line.count, i18n.language)}</Table.Td>
                  <Table.Td>{t(`lists.${line.list}`)}</Table.Td>
                  <Table.Td>{decided === undefined ? '–' : t(`decisions.${decided.decision}`)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
