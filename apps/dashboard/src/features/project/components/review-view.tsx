import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatScore, formatTime } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { Answers } from './answers';
import { Checklist } from './checklist';
import { Corrections, Submissions } from './corrections';
import { Scores } from './scores';

/** What was decided about the file: rank and score for those who may know them, the defence. */
function Verdict({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const { rank, score, list } = project.approval;
  const { defence } = project.review;
  const day = (date: string | undefined): string | undefined => (date === undefined ? undefined : formatDate(date, i18n.language));
  return (
    <Answers
      title={t('progress.approval')}
      rows={[
        [t('progress.rank'), rank],
        [t('progress.score'), score === undefined ? undefined : formatScore(score.sumHalfPoints, score.count, i18n.language)],
        [t('progress.list'), list === undefined ? undefined : t(`lists.${list}`)],
        [
          t('projectPage.review.defenceSet'),
          defence === undefined ? undefined : t('projectPage.review.beijing', { time: formatTime(defence.at, i18n.language) }),
        ],
        [t('projectPage.review.defenceHeld'), day(defence?.heldOn)],
      ]}
    />
  );
}

/** The application on its way through check, experts and ranking: only the parts this reader may see. */
export function ReviewView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { items, acceptedAt } = project.check;
  // Whoever judges the file is not told how its formal check went: an empty list there does not mean that nothing was decided.
  const seesCheck = Object.keys(items).length > 0 || (acceptedAt === undefined && project.contacts.length > 0);
  const begun = project.stage !== 'application';
  return (
    <Stack gap="md">
      <Title order={2}>{t('views.review')}</Title>
      {!begun && <Text>{t('projectPage.review.notYet')}</Text>}
      <Verdict project={project} />
      <Scores project={project} />
      {begun && seesCheck && <Checklist project={project} />}
      <Corrections project={project} />
      <Submissions project={project} />
    </Stack>
  );
}
