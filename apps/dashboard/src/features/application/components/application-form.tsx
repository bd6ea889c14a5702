import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftBar } from '../../../components/draft/draft-bar';
import { useDraft, type DraftDoor } from '../../../components/draft/use-draft';
import { Notice } from '../../../components/notice';
import { PageTitle } from '../../../components/page-title';
import { api, contentOf } from '../../../lib/api-client';
import { saveDraft, type ApplicationDraft } from '../../../lib/drafts';
import { problemIn } from '../../../lib/problem';
import { applicationSections, type ApplicationContent } from '../application-fields';
import { ApplicationFieldView } from './application-field';

const sections = Object.entries(applicationSections) as [keyof typeof applicationSections, (keyof ApplicationContent)[]][];

/** The application's form: saved as one types, locked where a correction does not open it. */
export function ApplicationForm({ projectId, read }: { projectId: string; read: ApplicationDraft }) {
  const { t } = useTranslation();
  const door = useMemo<DraftDoor<ApplicationContent>>(
    () => ({
      name: `draft/${projectId}`,
      store: (content, seen) => saveDraft(projectId, content, seen),
      read: () => contentOf(api.GET('/api/projects/{id}/draft', { params: { path: { id: projectId } } })),
    }),
    [projectId],
  );
  const draft = useDraft<ApplicationContent>(read, door);
  const errors = problemIn(draft.failure)?.fieldErrors ?? {};
  const errorOf = (name: string): string | undefined => Object.entries(errors).find(([path]) => path.split('.')[0] === name)?.[1];
  const locked = (name: string): boolean => !read.editable || (read.openFields !== null && !read.openFields.includes(name));
  const submit = read.openFields === null ? 'submit-application' : 'resubmit-correction';
  return (
    <Stack gap="lg" maw={820}>
      <PageTitle title={t('applicationForm.title')} />
      <Text>{t('applicationForm.lead')}</Text>
      {!read.editable && <Notice title={t('draft.readOnly')} />}
      {read.openFields !== null && <Notice title={t('draft.locked')} />}
      {read.editable && <DraftBar draft={draft} label={(name) => t(`application.${name}.label`, { defaultValue: name })} />}
      {sections.map(([section, names]) => (
        <section key={section} aria-labelledby={`section-${section}`}>
          <Title order={2} id={`section-${section}`} mb="sm">
            {t(`applicationForm.sections.${section}`)}
          </Title>
          <Stack gap="md">
            {names.map((name) => (
              <ApplicationFieldView
                key={name}
                name={name}
                projectId={projectId}
                draft={draft}
                error={errorOf(name)}
                disabled={name === 'documents' ? !read.editable : locked(name)}
                requiredDocuments={read.requiredDocuments}
              />
            ))}
          </Stack>
        </section>
      ))}
      {read.editable && (
        <Button
          component={Link}
          to="/projects/$projectId/do/$command"
          params={{ projectId, command: submit } as never}
          w="fit-content"
          disabled={draft.saving !== 'saved'}
        >
          {t('draft.submit')}
        </Button>
      )}
    </Stack>
  );
}
