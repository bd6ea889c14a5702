import { Anchor, Paper, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDay, formatNumber } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';

type Report = ProjectDetail['reports'][number];

/** Where a report stands, with what its lateness has brought so far. */
function State({ report }: { report: Report }) {
  const { t, i18n } = useTranslation();
  const day = (at: string): string => formatDay(at, i18n.language);
  const { state, submittedAt, acceptedAt, overdue, warnedAt, suspendedAt } = report;
  const marks = [
    overdue === true && submittedAt === undefined ? t('projectPage.reports.overdue') : undefined,
    warnedAt === undefined ? undefined : t('projectPage.reports.warned', { day: day(warnedAt) }),
    suspendedAt === undefined ? undefined : t('projectPage.reports.suspended', { day: day(suspendedAt) }),
    submittedAt === undefined ? undefined : t('projectPage.reports.submitted', { day: day(submittedAt) }),
    acceptedAt === undefined ? undefined : t('projectPage.reports.accepted', { day: day(acceptedAt) }),
  ].filter((mark) => mark !== undefined);
  return (
    <>
      {t(`projectPage.reportStates.${state}`)}
      {marks.length > 0 && (
        <Text size="sm" c="dimmed">
          {marks.join(' · ')}
        </Text>
      )}
    </>
  );
}

/** The annual reports, a row per year, and the figures of all years side by side. */
export function Reports({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { reports } = project;
  if (reports.length === 0) return null;
  const codes = [...new Set(reports.flatMap((one) => Object.keys(one.indicators ?? {})))];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="reports">
      <Title order={3} id="reports" mb="xs">
        {t('projectPage.reports.title')}
      </Title>
      <Table verticalSpacing="xs" className="answers">
        <caption className="visually-hidden">{t('projectPage.reports.title')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('projectPage.reports.year')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.reports.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.year}>
              <Table.Th scope="row">
                <Anchor
                  component={Link}
                  to="/projects/$projectId/reports/$year"
                  params={{ projectId: project.id, year: String(report.year) } as never}
                >
                  {report.year}
                </Anchor>
              </Table.Th>
              <Table.Td>
                <State report={report} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {codes.length > 0 && <Figures reports={reports} codes={codes} />}
    </Paper>
  );
}

function Figures({ reports, codes }: { reports: Report[]; codes: string[] }) {
  const { t, i18n } = useTranslation();
  const told = reports.filter((one) => one.indicators !== undefined);
  return (
    <Table.ScrollContainer minWidth={300} mt="md" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={4}>
        <caption className="visually-hidden">{t('report.indicators')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('report.indicator')}</Table.Th>
            {told.map((one) => (
              <Table.Th scope="col" key={one.year}>
                {one.year}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((code) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                {t(`indicators.${code}`, { defaultValue: code })}
              </Table.Th>
              {told.map((one) => {
                const value = one.indicators?.[code];
                return <Table.Td key={one.year}>{value === undefined ? '–' : formatNumber(value, i18n.language)}</Table.Td>;
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
