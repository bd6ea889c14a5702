import { Button, FileInput, Group, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { documentsQuery, documentTypes, uploadDocument } from '../../../lib/documents';
import type { ProjectDetail } from '../api/project';
import { archiveOf } from '../archive';
import { DocumentFolder } from './document-folder';

function Upload({ projectId }: { projectId: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [type, setType] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: ({ chosen, as }: { chosen: File; as: string }) => uploadDocument(projectId, chosen, as),
    onSuccess: () => {
      setFile(null);
      return queryClient.invalidateQueries({ queryKey: ['project', projectId, 'documents'] });
    },
  });
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{t('documents.upload')}</Title>
      <Text size="sm" mb="sm">
        {t('documents.uploadHelp')}
      </Text>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('documents.type')}
          w={260}
          searchable
          data={documentTypes.map((one) => ({ value: one, label: t(`documentTypes.${one}`) }))}
          value={type}
          onChange={setType}
        />
        <FileInput label={t('form.upload')} placeholder={t('form.chooseFile')} w={260} value={file} onChange={setFile} clearable={false} />
        <Button
          leftSection={<IconUpload size={16} aria-hidden />}
          disabled={file === null || type === null}
          loading={upload.isPending}
          onClick={() => (file === null || type === null ? undefined : upload.mutate({ chosen: file, as: type }))}
        >
          {t('documents.send')}
        </Button>
      </Group>
      {upload.isSuccess && <Text role="status">{t('documents.stored', { name: upload.data.fileName })}</Text>}
      {upload.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={upload.error} />
        </div>
      )}
    </Paper>
  );
}

/** The project's archive, a folder per stage, and a way to add a file. */
export function DocumentsView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const documents = useQuery(documentsQuery(project.id));
  return (
    <Stack gap="lg">
      <Title order={2}>{t('views.documents')}</Title>
      <Read query={documents}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('documents.none')}</Text>
          ) : (
            <Stack gap="lg">
              {archiveOf(items).map(({ folder, files }) => (
                <DocumentFolder key={folder} projectId={project.id} folder={folder} files={files} />
              ))}
            </Stack>
          )
        }
      </Read>
      <Upload projectId={project.id} />
    </Stack>
  );
}
