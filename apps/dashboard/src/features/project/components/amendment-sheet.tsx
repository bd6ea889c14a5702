import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { ProjectDetail } from '../api/project';
import { changeValue, fieldName, type ChangeSet } from '../change-words';
import { formatDate } from '../../../lib/format';
import { organizationName } from '../names';

interface ClausesProps {
  project: ProjectDetail;
  change: ChangeSet;
  language: 'zh-CN' | 'en';
}

function effectClause(change: ChangeSet, t: TFunction, language: string): string {
  const on = change.effectOn ?? change.effectiveOn;
  return on === undefined ? t('changes.sheet.effectLast') : t('changes.sheet.effect', { day: formatDate(on, language) });
}

/** The clauses in one language: what is replaced by what, from when, and that all else stays. */
function Clauses({ project, change, language }: ClausesProps) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(language);
  const value = (path: string, text: string): string => changeValue(project, path, text, t, language);
  return (
    <section lang={language} aria-labelledby={`sheet-${language}`}>
      <Title order={2} size="h3" id={`sheet-${language}`}>
        {t('changes.sheet.title', { no: [project.reference, change.no].filter(Boolean).join('/') })}
      </Title>
      <Text fw={600}>{language === 'en' ? project.titleEn : project.titleZh}</Text>
      <Text mt="sm">{t('changes.sheet.parties')}</Text>
      {change.items.map((item, index) => (
        <Text key={item.path} mt={4}>
          {t('changes.sheet.clause', {
            no: index + 1,
            what: fieldName(project, item.path, t),
            old: value(item.path, item.old),
            new: value(item.path, item.new),
          })}
        </Text>
      ))}
      <Text mt="sm">{effectClause(change, t, language)}</Text>
      <Text>{t('changes.sheet.rest')}</Text>
    </section>
  );
}

/** An amendment on paper: its clauses in Chinese and English, and a place for each signature. */
export function AmendmentSheet({ project, change }: Omit<ClausesProps, 'language'>) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <Clauses project={project} change={change} language="zh-CN" />
      <Clauses project={project} change={change} language="en" />
      {change.signatories.map((id) => (
        <section key={id} className="sheet-signature">
          <Text fw={600}>{organizationName(project, id, i18n.language, '–')}</Text>
          <Text size="sm" mt="xl">
            {t('changes.sheet.line')}: ____________________________
          </Text>
        </section>
      ))}
    </>
  );
}
