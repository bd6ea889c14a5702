import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { Answers } from './answers';
import { Milestones } from './milestones';
import { Reports } from './reports';
import { Signatures } from './signatures';

/** Dates of the parties' agreement, as far as they are known. */
export function MouDates({ mou }: { mou: NonNullable<ProjectDetail['mou']> }) {
  const { t, i18n } = useTranslation();
  const date = (day: string | undefined): string | undefined => (day === undefined ? undefined : formatDate(day, i18n.language));
  const instant = (at: string | undefined): string | undefined => (at === undefined ? undefined : formatDay(at, i18n.language));
  return (
    <Answers
      title={t('progress.mou')}
      rows={[
        [t('progress.awardedOn'), date(mou.awardedOn)],
        [t('projectPage.agreement.acceptedOn'), instant(mou.acceptedAt)],
        [t('progress.draftNo'), mou.draft?.no],
        [t('projectPage.agreement.commentsEnd'), instant(mou.commentsEndAt)],
        [t('projectPage.agreement.signingOpened'), instant(mou.signingOpenedAt)],
        [t('projectPage.agreement.signedOn'), date(mou.signedOn)],
        [t('progress.effectiveOn'), date(mou.effectiveOn)],
        [t('progress.expiresOn'), date(mou.expiresOn)],
      ]}
    />
  );
}

/** What the parties agreed, how far construction is, and the annual reports. */
export function AgreementView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { mou, construction } = project;
  return (
    <Stack gap="md">
      <Title order={2}>{t('views.agreement')}</Title>
      {mou === undefined && <Text>{t('projectPage.agreement.notYet')}</Text>}
      {mou !== undefined && <MouDates mou={mou} />}
      {mou !== undefined && <Signatures project={project} mou={mou} />}
      {construction !== undefined && construction.milestones.length > 0 && <Milestones project={project} construction={construction} />}
      <Reports project={project} />
    </Stack>
  );
}
