import { Anchor, Button, FileInput, Group, Paper, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel, ProblemText } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { documentsQuery, documentTypes, uploadDocument } from '../../../lib/documents';
import { formatBytes } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';

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

/** The project's files with who stored them, and a way to add one. */
export function DocumentsView({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const documents = useQuery(documentsQuery(project.id));
  if (documents.isPending) return <Loading />;
  if (documents.isError) return <ProblemPanel error={documents.error} onRetry={() => void documents.refetch()} />;
  return (
    <Stack gap="lg">
      {documents.data.items.length === 0 ? (
        <Text>{t('documents.none')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={320}>
          <Table verticalSpacing="sm">
            <caption className="visually-hidden">{t('views.documents')}</caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('documents.name')}</Table.Th>
                <Table.Th scope="col">{t('documents.type')}</Table.Th>
                <Table.Th scope="col">{t('documents.storedAt')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {documents.data.items.map((one) => (
                <Table.Tr key={one.documentId}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Anchor href={`/api/projects/${project.id}/documents/${one.documentId}`} download={one.fileName}>
                      {one.fileName}
                    </Anchor>{' '}
                    <Text component="span" size="sm" c="dimmed">
                      {formatBytes(one.sizeBytes, i18n.language)}
                    </Text>
                  </Table.Td>
                  <Table.Td>{t(`documentTypes.${one.type}`)}</Table.Td>
                  <Table.Td>
                    <TwoZones at={one.uploadedAt} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Upload projectId={project.id} />
    </Stack>
  );
}
