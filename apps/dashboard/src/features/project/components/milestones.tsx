import { Paper, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { countryName, formatDate } from '../../../lib/format';
import { calendarDaysQuery } from '../api/calendar-days';
import type { ProjectDetail } from '../api/project';
import { axisRange, dateOfDay, dayNumber } from '../time-axis';
import { ChangedMark } from './changed-mark';
import { MilestoneAxis } from './milestone-axis';

type Construction = NonNullable<ProjectDetail['construction']>;

interface OfConstruction {
  project: ProjectDetail;
  construction: Construction;
}

/** How many days a milestone lies before or behind its baseline. */
function Slip({ one }: { one: Construction['milestones'][number] }) {
  const { t } = useTranslation();
  if (one.baselineOn === undefined) return <>–</>;
  const days = dayNumber(one.actualOn ?? one.forecastOn) - dayNumber(one.baselineOn);
  if (days === 0) return <>{t('projectPage.agreement.onTime')}</>;
  return <>{t(days > 0 ? 'projectPage.agreement.later' : 'projectPage.agreement.earlier', { count: Math.abs(days) })}</>;
}

/** The day of a milestone with the change that set it: the last one moves with the end of the construction. */
function ChangedDay({ project, code, what }: { project: ProjectDetail; code: string; what: 'plannedOn' | 'actualOn' }) {
  const last = project.construction?.milestones.at(-1)?.code === code;
  const withDuration = what === 'plannedOn' && last ? ['construction/durationMonths'] : [];
  return <ChangedMark project={project} paths={[`milestones/${code}/${what}`, ...withDuration]} />;
}

function MilestoneTable({ project, construction }: OfConstruction) {
  const { t, i18n } = useTranslation();
  const day = (date: string | undefined): string => (date === undefined ? '–' : formatDate(date, i18n.language));
  return (
    <Table.ScrollContainer minWidth={280} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing="xs" className="milestones">
        <caption className="visually-hidden">{t('progress.milestones')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('projectPage.agreement.milestone')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.agreement.baseline')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.agreement.expected')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.agreement.actual')}</Table.Th>
            <Table.Th scope="col">{t('projectPage.agreement.slip')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {construction.milestones.map((one) => (
            <Table.Tr key={one.code}>
              <Table.Th scope="row" fw={400}>
                {one.code} {t(`milestones.${one.code}`)}
                <Text size="sm" c="dimmed">
                  {t(`milestoneStates.${one.state}`)}
                  {one.mark !== undefined && one.state !== 'reached' && ` · ${t(`marks.${one.mark}`)}`}
                </Text>
              </Table.Th>
              <Table.Td data-label={t('projectPage.agreement.baseline')}>{day(one.baselineOn ?? one.plannedOn)}</Table.Td>
              <Table.Td data-label={t('projectPage.agreement.expected')}>
                <span>
                  {one.actualOn === undefined ? day(one.forecastOn) : '–'}
                  <ChangedDay project={project} code={one.code} what="plannedOn" />
                </span>
              </Table.Td>
              <Table.Td data-label={t('projectPage.agreement.actual')}>
                <span>
                  {day(one.actualOn)}
                  <ChangedDay project={project} code={one.code} what="actualOn" />
                </span>
              </Table.Td>
              <Table.Td data-label={t('projectPage.agreement.slip')}>
                <Slip one={one} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Milestones as a picture on a time axis with the days off of the parties' countries, and the same as a table. */
export function Milestones({ project, construction }: OfConstruction) {
  const { t, i18n } = useTranslation();
  const today = project.now.slice(0, 10);
  const range = axisRange(construction.milestones, construction.endsOn, today);
  const countries = [...new Set(project.parties.map((one) => one.country))].sort();
  const holidays = useQuery({
    ...calendarDaysQuery({ countries, from: dateOfDay(range.from), to: dateOfDay(range.to) }),
    enabled: countries.length > 0,
  });
  const missing = holidays.data?.withoutTable ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="milestones">
      <Title order={3} id="milestones" mb="xs">
        {t('progress.milestones')}
      </Title>
      <MilestoneAxis construction={construction} today={today} holidays={holidays.data?.items ?? []} />
      <Text size="sm" c="dimmed" mb="sm">
        {t('projectPage.agreement.legend', { countries: countries.map((code) => countryName(code, i18n.language)).join(t('why.comma')) })}
        {missing.length > 0 &&
          ` ${t('why.provisional', {
            years: missing.map((one) => `${countryName(one.country, i18n.language)} ${one.year}`).join(t('why.comma')),
          })}`}
      </Text>
      <MilestoneTable project={project} construction={construction} />
    </Paper>
  );
}
