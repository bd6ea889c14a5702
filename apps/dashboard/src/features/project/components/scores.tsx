import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatHalfPoints, formatScore } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { rubricOf } from '../commands/rubric';
import { personName } from '../names';

type Scoring = NonNullable<ProjectDetail['scoring']>;

/** The mean as the exact fraction and as it is shown, the range of the sheets, and what the thresholds say of both. */
function Sums({ scoring }: { scoring: Scoring }) {
  const { t, i18n } = useTranslation();
  const { score, rangeHalfPoints, divergenceRange, belowMinimum } = scoring;
  const points = (halfPoints: number): string => formatHalfPoints(halfPoints, i18n.language);
  const shown = formatScore(score.sumHalfPoints, score.count, i18n.language);
  return (
    <Stack gap={4} mt="sm" data-testid="score-sums">
      <Text>
        {t(score.trimmed ? 'projectPage.scores.trimmedMean' : 'projectPage.scores.mean', {
          sum: points(score.sumHalfPoints),
          count: score.count,
          shown,
        })}
      </Text>
      <Text size="sm">
        {t(rangeHalfPoints >= 2 * divergenceRange ? 'projectPage.scores.rangeWide' : 'projectPage.scores.range', {
          range: points(rangeHalfPoints),
          limit: divergenceRange,
        })}
      </Text>
      <Text size="sm">
        {t('projectPage.scores.thresholds', {
          fundable: scoring.fundableFrom,
          centre: scoring.centreFrom,
          minimum: scoring.criterionMinimum,
        })}
      </Text>
      {belowMinimum.length > 0 && (
        <Text size="sm" fw={600}>
          {t('projectPage.scores.below', { criteria: belowMinimum.map((code) => t(`criteria.${code}`)).join(t('why.comma')) })}
        </Text>
      )}
      <Text fw={600}>{t(scoring.fundable ? 'projectPage.scores.fundable' : 'projectPage.scores.notFundable')}</Text>
    </Stack>
  );
}

/** The score sheets side by side, per criterion, with their totals; below them how they add up, for those who may know it. */
export function Scores({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const { review, scoring } = project;
  const sheets = review.sheets;
  if (sheets.length === 0) return null;
  const points = (halfPoints: number): string => formatHalfPoints(halfPoints, i18n.language);
  const criteria = rubricOf({ t }).map((one) => ({ ...one, weight: scoring?.weights[one.code] ?? one.weight }));
  const total = (halfPoints: Record<string, number>): number => Object.values(halfPoints).reduce((sum, one) => sum + one, 0);
  const mean = (code: string): string => {
    const exact = scoring?.means[code];
    return exact === undefined ? '–' : formatScore(exact.sumHalfPoints, exact.count, i18n.language);
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="scores">
      <Title order={3} id="scores" mb="xs">
        {t('projectPage.scores.title')}
      </Title>
      <Table.ScrollContainer minWidth={360} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6} className="scores">
          <caption className="visually-hidden">{t('projectPage.scores.title')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('projectPage.scores.criterion')}</Table.Th>
              {sheets.map((sheet) => (
                <Table.Th scope="col" key={sheet.expertId}>
                  {personName(project, sheet.expertId, t('project.expert'))}
                  {!sheet.valid && ` ${t('projectPage.scores.invalid')}`}
                </Table.Th>
              ))}
              {scoring !== undefined && <Table.Th scope="col">{t('projectPage.scores.plainMean')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {criteria.map(({ code, weight, label }) => (
              <Table.Tr key={code}>
                <Table.Th scope="row" fw={400}>
                  {t('projectPage.scores.ofWeight', { label, weight })}
                </Table.Th>
                {sheets.map((sheet) => (
                  <Table.Td key={sheet.expertId}>{points(sheet.halfPoints[code] ?? 0)}</Table.Td>
                ))}
                {scoring !== undefined && <Table.Td>{mean(code)}</Table.Td>}
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row">{t('projectPage.scores.total')}</Table.Th>
              {sheets.map((sheet) => (
                <Table.Td key={sheet.expertId} fw={700}>
                  {points(total(sheet.halfPoints))}
                </Table.Td>
              ))}
              {scoring !== undefined && (
                <Table.Td fw={700}>{formatScore(scoring.score.sumHalfPoints, scoring.score.count, i18n.language)}</Table.Td>
              )}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {scoring !== undefined && <Sums scoring={scoring} />}
    </Paper>
  );
}
