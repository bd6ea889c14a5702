import { Anchor, Badge, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../generated/openapi-types';
import { countryName, formatHalfPoints, formatScore } from '../../../lib/format';
import { inLanguage } from '../../../lib/stages';
import type { RankedFile } from '../api/call-work';
import { TieWords } from './tie-words';

interface RankingTableProps {
  lines: RankedFile[];
  cuts: components['schemas']['CallRanking']['cuts'];
  fundableFrom: number;
}

const columns = ['rank', 'score', 'file', 'spread', 'list', 'decision'] as const;

function File({ line }: { line: RankedFile }) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <>
      <Anchor component={Link} to="/projects/$projectId" params={{ projectId: line.projectId } as never} className="unbroken" fw={600}>
        {line.projectRef ?? line.reference}
      </Anchor>
      <Text size="sm">{inLanguage(line.titleZh, line.titleEn, language) ?? ''}</Text>
      <Text size="sm" c="dimmed">
        {[
          inLanguage(line.leadZh, line.leadEn, language),
          countryName(line.hostCountry, language),
          t(`callWork.fields.${line.fieldCode}`, { defaultValue: line.fieldCode }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Group gap={4}>
        {line.centreCandidate && (
          <Badge variant="outline" color="gray" tt="none" style={{ height: 'auto', whiteSpace: 'normal' }}>
            {line.centreFit ? t('callWork.ranking.centreFit') : t('callWork.ranking.centreUnfit')}
          </Badge>
        )}
        {line.held !== null && (
          <Badge variant="outline" color="gray" tt="none">
            {t(`holds.${line.held}`)}
          </Badge>
        )}
      </Group>
      <TieWords line={line} />
    </>
  );
}

function Spread({ line }: { line: RankedFile }) {
  const { t, i18n } = useTranslation();
  const points = (halfPoints: number): string => formatHalfPoints(halfPoints, i18n.language);
  if (line.lowest === null || line.highest === null) return <>–</>;
  return (
    <>
      <Text size="sm" className="unbroken">
        {t('callWork.ranking.range', { lowest: points(line.lowest), highest: points(line.highest) })}
      </Text>
      <Text size="sm" c="dimmed">
        {t(line.trimmed ? 'callWork.ranking.trimmed' : 'callWork.ranking.plain', { count: line.sheets })}
      </Text>
      {line.divergent && (
        <Badge variant="outline" color="orange.8" tt="none">
          {t('callWork.ranking.divergent', { apart: points(line.highest - line.lowest) })}
        </Badge>
      )}
    </>
  );
}

function Decision({ line }: { line: RankedFile }) {
  const { t } = useTranslation();
  if (line.decision === null) return <>–</>;
  return (
    <>
      <Text size="sm">{t(`decisions.${line.decision}`)}</Text>
      {line.asCentre && <Text size="sm">{t('callWork.ranking.asCentre')}</Text>}
      {line.deviates && (
        <Text size="sm" fw={600}>
          {t('callWork.ranking.deviates')}
        </Text>
      )}
    </>
  );
}

/** The lines of the ranking, with a row where a cut goes through. */
export function RankingTable({ lines, cuts, fundableFrom }: RankingTableProps) {
  const { t, i18n } = useTranslation();
  const cutAfter = (rank: number): string[] => [
    ...(rank === cuts.recommended ? [t('callWork.ranking.cutPlaces')] : []),
    ...(rank === cuts.fundable ? [t('callWork.ranking.cutFundable', { points: fundableFrom })] : []),
  ];
  return (
    <div className="table-room" tabIndex={0} role="group" aria-labelledby="ranking">
      <Table miw={720} verticalSpacing="xs" aria-labelledby="ranking">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`callWork.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Fragment key={line.projectId}>
              <Table.Tr style={{ verticalAlign: 'top' }}>
                <Table.Td fw={600}>{line.rank}</Table.Td>
                <Table.Td>
                  <Text fw={600}>{formatScore(line.score.sumHalfPoints, line.score.count, i18n.language)}</Text>
                </Table.Td>
                <Table.Td maw={420}>
                  <File line={line} />
                </Table.Td>
                <Table.Td>
                  <Spread line={line} />
                </Table.Td>
                <Table.Td>{t(`lists.${line.list}`)}</Table.Td>
                <Table.Td>
                  <Decision line={line} />
                </Table.Td>
              </Table.Tr>
              {cutAfter(line.rank).map((words) => (
                <Table.Tr key={words} className="cut-line">
                  <Table.Td colSpan={columns.length}>{words}</Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
