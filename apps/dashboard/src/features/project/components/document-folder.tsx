import { Anchor, Code, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { formatBytes, languageName } from '../../../lib/format';
import type { FiledDocument, Folder } from '../archive';

interface DocumentFolderProps {
  projectId: string;
  folder: Folder;
  files: FiledDocument[];
}

/** One folder of the archive: each file with its kind, language, version, who stored it and when, and the hash that proves it unchanged. */
export function DocumentFolder({ projectId, folder, files }: DocumentFolderProps) {
  const { t, i18n } = useTranslation();
  const title = t(`projectPage.archive.folders.${folder}`);
  return (
    <section aria-label={title}>
      <Title order={3} mb="xs">
        {title}
      </Title>
      <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm" className="stacked">
          <caption className="visually-hidden">{title}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('documents.name')}</Table.Th>
              <Table.Th scope="col">{t('documents.type')}</Table.Th>
              <Table.Th scope="col">{t('documents.storedAt')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((one) => (
              <Table.Tr key={one.documentId}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor href={`/api/projects/${projectId}/documents/${one.documentId}`} download={one.fileName}>
                    {one.fileName}
                  </Anchor>{' '}
                  <Text component="span" size="sm" c="dimmed">
                    {formatBytes(one.sizeBytes, i18n.language)}
                  </Text>
                  <details>
                    <summary>{t('projectPage.archive.hash')}</summary>
                    <Code className="hash">{one.sha256}</Code>
                  </details>
                </Table.Td>
                <Table.Td>
                  {t(`documentTypes.${one.type}`)}
                  <Text size="sm" c="dimmed">
                    {[
                      one.language === null ? undefined : languageName(one.language, i18n.language),
                      t('projectPage.archive.version', { no: one.version }),
                    ]
                      .filter((part) => part !== undefined)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{one.uploadedByName}</Text>
                  <TwoZones at={one.uploadedAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
