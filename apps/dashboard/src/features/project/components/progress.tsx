import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatScore } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { organizationName } from '../names';

function Facts({ title, rows }: { title: string; rows: [string, string | undefined][] }) {
  const known = rows.filter((row): row is [string, string] => row[1] !== undefined);
  if (known.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {title}
      </Title>
      <Table variant="vertical" className="answers">
        <Table.Tbody>
          {known.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Check({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const rows = Object.entries(project.check.items).map(([code, item]): [string, string] => [
    t(`checkItems.${code}`),
    item.reasonCode === undefined
      ? t(`verdicts.${item.verdict}`)
      : `${t(`verdicts.${item.verdict}`)}: ${t(`defectReasons.${item.reasonCode}`)}`,
  ]);
  return <Facts title={t('progress.check')} rows={rows} />;
}

function Agreement({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const date = (day: string | undefined): string | undefined => (day === undefined ? undefined : formatDate(day, i18n.language));
  const { mou } = project;
  if (mou === undefined) return null;
  const signed = mou.signatures.map((one): [string, string] => [
    organizationName(project, one.organizationId, i18n.language, '–'),
    t('project.signedOn', { day: formatDate(one.signedOn, i18n.language) }),
  ]);
  return (
    <Facts
      title={t('progress.mou')}
      rows={[
        [t('progress.awardedOn'), date(mou.awardedOn)],
        [t('progress.draftNo'), mou.draft === undefined ? undefined : String(mou.draft.no)],
        ...signed,
        [t('progress.effectiveOn'), date(mou.effectiveOn)],
        [t('progress.expiresOn'), date(mou.expiresOn)],
      ]}
    />
  );
}

function Milestones({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const milestones = project.construction?.milestones ?? [];
  if (milestones.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {t('progress.milestones')}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {milestones.map((one) => (
          <li key={one.code}>
            <Text fw={600}>
              {one.code} {t(`milestones.${one.code}`)}
            </Text>
            <Text size="sm">
              {t(`milestoneStates.${one.state}`)}
              {one.mark !== undefined && one.state !== 'reached' && ` · ${t(`marks.${one.mark}`)}`}
              {' · '}
              {one.actualOn === undefined
                ? t('project.forecastFor', { day: formatDate(one.forecastOn, i18n.language) })
                : t('project.reachedOn', { day: formatDate(one.actualOn, i18n.language) })}
            </Text>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}

/** What the stages have brought so far: check, score, agreement, milestones. */
export function Progress({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const { rank, score, list } = project.approval;
  return (
    <Stack gap="md">
      <Milestones project={project} />
      <Agreement project={project} />
      <Facts
        title={t('progress.approval')}
        rows={[
          [t('progress.rank'), rank === undefined ? undefined : String(rank)],
          [t('progress.score'), score === undefined ? undefined : formatScore(score.sumHalfPoints, score.count, i18n.language)],
          [t('progress.list'), list === undefined ? undefined : t(`lists.${list}`)],
        ]}
      />
      <Check project={project} />
    </Stack>
  );
}
