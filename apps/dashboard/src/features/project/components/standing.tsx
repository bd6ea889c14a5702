import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { formatDate, formatDay } from '../../../lib/format';
import { inLanguage, stages } from '../../../lib/stages';
import type { ProjectDetail } from '../api/project';
import { ChangedMark } from './changed-mark';

function Marks({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {project.outcome !== undefined && <Text>{t('project.outcome', { outcome: t(`outcomes.${project.outcome}`) })}</Text>}
      {project.imported !== undefined && <Notice title={t('imported.mark')}>{t('imported.meaning')}</Notice>}
      {project.hold !== undefined && (
        <Notice title={t(`holds.${project.hold.kind}`)}>
          {t('project.held', { day: formatDate(project.hold.heldOn, i18n.language), reason: t(`holdReasons.${project.hold.reasonCode}`) })}
          {project.hold.text !== undefined && <Text mt={4}>{project.texts[project.hold.text.textId] ?? ''}</Text>}
        </Notice>
      )}
    </>
  );
}

/** Title in both languages, reference, the stages with the present one marked, and where it stands in one sentence. */
export function Standing({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const title = inLanguage(project.titleZh, project.titleEn, i18n.language);
  const other = zh ? project.titleEn : project.titleZh;
  const reached = stages.indexOf(project.stage as (typeof stages)[number]);
  return (
    <Stack gap="sm">
      <div>
        <Title order={1} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
          {title ?? project.reference ?? t('list.untitled')}
        </Title>
        {other != null && other !== title && (
          <Text c="dimmed" lang={zh ? 'en' : 'zh-CN'} style={{ overflowWrap: 'anywhere' }}>
            {other}
          </Text>
        )}
        <Text size="sm">
          {[project.reference, project.callCode].filter((one) => one !== null).join(' · ')}
          <ChangedMark project={project} paths={['titleZh', 'titleEn']} />
        </Text>
      </div>
      <ol className="stages" aria-label={t('project.stages')}>
        {stages.map((stage, index) => (
          <li key={stage} aria-current={index === reached ? 'step' : undefined}>
            {index < reached && <span aria-hidden>✓ </span>}
            {t(`stages.${stage}`)}
            {index < reached && <span className="visually-hidden"> {t('project.stageOver')}</span>}
          </li>
        ))}
      </ol>
      <Text size="lg" fw={600} data-testid="standing">
        {t(`standing.${project.subState}`)}{' '}
        {project.imported === undefined && (
          <Text component="span" fw={400}>
            {t('project.since', { day: formatDay(project.since, i18n.language) })}
          </Text>
        )}
      </Text>
      <Marks project={project} />
    </Stack>
  );
}
