import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftBar } from '../../../components/draft/draft-bar';
import { useDraft, type DraftDoor } from '../../../components/draft/use-draft';
import { Notice } from '../../../components/notice';
import { PageTitle } from '../../../components/page-title';
import { api, contentOf } from '../../../lib/api-client';
import { saveReportDraft, type ReportDraft } from '../../../lib/drafts';
import { problemIn } from '../../../lib/problem';
import { IndicatorsEditor } from './indicators-editor';

type ReportContent = ReportDraft['content'];
const texts = ['summaryZh', 'summaryEn', 'status', 'progress', 'problems', 'nextYear', 'risks', 'money'] as const;

/** The form of a year's report, saved as one types; only the sections this year asks for are shown. */
export function ReportForm({ projectId, year, read }: { projectId: string; year: number; read: ReportDraft }) {
  const { t } = useTranslation();
  const door = useMemo<DraftDoor<ReportContent>>(
    () => ({
      name: `draft/${projectId}/${year}`,
      store: (content, seen) => saveReportDraft(projectId, year, content, seen),
      read: () =>
        contentOf(api.GET('/api/projects/{id}/reports/{year}/draft', { params: { path: { id: projectId, year: String(year) as never } } })),
    }),
    [projectId, year],
  );
  const draft = useDraft<ReportContent>(read, door);
  const errors = problemIn(draft.failure)?.fieldErrors ?? {};
  const asked = texts.filter((name) => read.requiredSections.includes(name) || draft.content[name] !== undefined);
  return (
    <Stack gap="lg" maw={820}>
      <PageTitle title={t('report.of', { year })} />
      <Text>{t('report.lead')}</Text>
      {!read.editable && <Notice title={t('draft.readOnly')} />}
      {read.editable && <DraftBar draft={draft} label={(name) => t(`reportFields.${name}`, { defaultValue: name })} />}
      {asked.map((name) => (
        <Textarea
          key={name}
          id={`report-${name}`}
          label={t(`reportFields.${name}`)}
          error={errors[name]}
          disabled={!read.editable}
          autosize
          minRows={3}
          maxRows={20}
          value={draft.content[name] ?? ''}
          onChange={(event) => draft.set(name, event.currentTarget.value)}
        />
      ))}
      {read.requiredSections.includes('indicators') && (
        <section aria-labelledby="indicators">
          <Title order={2} id="indicators">
            {t('report.indicators')}
          </Title>
          <IndicatorsEditor
            values={draft.content.indicators ?? {}}
            disabled={!read.editable}
            onChange={(indicators) => draft.set('indicators', indicators)}
          />
        </section>
      )}
      {read.editable && (
        <Button
          component={Link}
          to="/projects/$projectId/do/$command"
          params={{ projectId, command: 'submit-report' } as never}
          w="fit-content"
          disabled={draft.saving !== 'saved'}
        >
          {t('report.submit')}
        </Button>
      )}
    </Stack>
  );
}
