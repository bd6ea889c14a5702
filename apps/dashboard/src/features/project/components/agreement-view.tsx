import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDay } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { changeValue, fieldName } from '../change-words';
import { lastChangeOf } from '../changed-values';
import { Answers, type AnswerRow } from './answers';
import { ChangedMark } from './changed-mark';
import { Milestones } from './milestones';
import { Reports } from './reports';
import { Signatures } from './signatures';

interface OfMou {
  project: ProjectDetail;
  mou: NonNullable<ProjectDetail['mou']>;
}

/** Dates of the parties' agreement, as far as they are known. */
export function MouDates({ project, mou }: OfMou) {
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
        [
          t('progress.expiresOn'),
          mou.expiresOn && (
            <>
              {date(mou.expiresOn)}
              <ChangedMark project={project} paths={['mou/expiresOn']} />
            </>
          ),
        ],
      ]}
    />
  );
}

const agreedPaths = [
  'titleZh',
  'titleEn',
  'scope',
  'site',
  'equipment',
  'indicators',
  'budgetCny',
  'construction/durationMonths',
  'endsEarlyOn',
];

/** What amendments have put in place of the application's own words and figures. */
function AgreedValues({ project }: Pick<OfMou, 'project'>) {
  const { t, i18n } = useTranslation();
  const rows = agreedPaths.flatMap((path): AnswerRow[] => {
    const item = lastChangeOf(project, path)?.item;
    if (item === undefined) return [];
    const value = (
      <>
        <span className="plain-text">{changeValue(project, path, item.new, t, i18n.language)}</span>
        <ChangedMark project={project} paths={[path]} />
      </>
    );
    return [[fieldName(project, path, t), value]];
  });
  return <Answers title={t('changes.agreed')} rows={rows} />;
}

/** What the parties agreed, how far construction is, and the annual reports. */
export function AgreementView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { mou, construction } = project;
  return (
    <Stack gap="md">
      <Title order={2}>{t('views.agreement')}</Title>
      {mou === undefined && <Text>{t('projectPage.agreement.notYet')}</Text>}
      {mou !== undefined && <MouDates project={project} mou={mou} />}
      <AgreedValues project={project} />
      {mou !== undefined && <Signatures project={project} mou={mou} />}
      {construction !== undefined && construction.milestones.length > 0 && <Milestones project={project} construction={construction} />}
      <Reports project={project} />
    </Stack>
  );
}
