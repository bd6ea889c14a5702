import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { documentTypes } from '../../../lib/documents';
import type { ProjectDetail } from '../api/project';
import { personName } from '../names';

type Round = ProjectDetail['check']['rounds'][number];

/** When a round was answered, or that its time ran out, or that it is open. */
function Answered({ round }: { round: Round }) {
  const { t } = useTranslation();
  if (round.resubmittedAt !== undefined)
    return (
      <Text size="sm">
        {t('projectPage.review.answered')} <TwoZones at={round.resubmittedAt} />
      </Text>
    );
  return <Text size="sm">{t(round.timeOverAt === undefined ? 'projectPage.review.waiting' : 'projectPage.review.timeOver')}</Text>;
}

/** Each list of defects that was sent back: what was unlocked, why, and when it was answered. */
export function Corrections({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const { rounds } = project.check;
  if (rounds.length === 0) return null;
  const target = (name: string): string =>
    (documentTypes as readonly string[]).includes(name)
      ? t(`documentTypes.${name}`)
      : t(`application.${name}.label`, { defaultValue: name });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="corrections">
      <Title order={3} id="corrections" mb="xs">
        {t('projectPage.review.corrections')}
      </Title>
      <ol className="plain-list">
        {rounds.map((round) => (
          <li key={round.no}>
            <Text fw={600}>{t('projectPage.review.round', { no: round.no })}</Text>
            <Text size="sm">
              {t('projectPage.review.sent')} <TwoZones at={round.sentAt} />
            </Text>
            <ul>
              {round.items.map((item) => (
                <li key={`${item.target}/${item.reasonCode}`}>
                  <Text size="sm" fw={600}>
                    {t('projectPage.situation.about', { what: target(item.target), about: t(`defectReasons.${item.reasonCode}`) })}
                  </Text>
                  <Text size="sm" className="plain-text">
                    {project.texts[item.defect.textId] ?? t('projectPage.review.erased')}
                  </Text>
                </li>
              ))}
            </ul>
            <Answered round={round} />
          </li>
        ))}
      </ol>
    </Paper>
  );
}

/** Every version that was handed in, with who did and who signed. */
export function Submissions({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  if (project.submissions.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="submissions">
      <Title order={3} id="submissions" mb="xs">
        {t('projectPage.review.submissions')}
      </Title>
      <ol className="plain-list">
        {project.submissions.map((one) => (
          <li key={one.no}>
            <Text fw={600}>{t('projectPage.archive.version', { no: one.no })}</Text>
            <Text size="sm">
              {t('projectPage.review.submittedBy', {
                name: personName(project, one.submittedBy, t('project.somebody')),
                signer: personName(project, one.signedBy, t('project.somebody')),
              })}
            </Text>
            <TwoZones at={one.submittedAt} />
          </li>
        ))}
      </ol>
    </Paper>
  );
}
