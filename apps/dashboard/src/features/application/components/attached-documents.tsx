import { Select, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentsField } from '../../../components/command-form/document-field';
import type { DocumentChoice } from '../../../components/command-form/field-specs';
import { documentsQuery, documentTypes, uploadDocument } from '../../../lib/documents';
import type { FormPart } from './form-part';

/** Documents of the application, by kind; the required kinds are named. */
export function AttachedDocuments({ projectId, draft, error, disabled, requiredDocuments }: FormPart) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const stored = useQuery(documentsQuery(projectId)).data?.items ?? [];
  const attached = draft.content.documents ?? [];
  const absent = requiredDocuments.filter((type) => !attached.some((one) => one.type === type));
  const [type, setType] = useState<string>(absent[0] ?? 'LEGAL_PERSON_CERTIFICATE');
  const shown = attached.map((one) => ({
    ...one,
    fileName: `${t(`documentTypes.${one.type}`)}: ${stored.find((other) => other.documentId === one.documentId)?.fileName ?? ''}`,
  }));
  const basis = {
    documents: stored,
    documentTypes: [],
    upload: async (file: File, as: string): Promise<DocumentChoice> => {
      const document = await uploadDocument(projectId, file, as);
      await queryClient.invalidateQueries({ queryKey: ['project', projectId, 'documents'] });
      return document;
    },
  };
  return (
    <Stack gap="sm">
      {absent.length > 0 && (
        <Text size="sm">
          {t('applicationForm.required', { types: absent.map((one) => t(`documentTypes.${one}`)).join(t('why.comma')) })}
        </Text>
      )}
      <Select
        id="application-documents-type"
        label={t('documents.type')}
        maw={320}
        disabled={disabled}
        allowDeselect={false}
        data={documentTypes.map((one) => ({ value: one, label: t(`documentTypes.${one}`) }))}
        value={type}
        onChange={(next) => setType(next ?? type)}
      />
      <DocumentsField
        id="application-documents"
        label={t('applicationForm.attach')}
        help={t('documents.uploadHelp')}
        error={error}
        optional={false}
        basis={basis}
        documentType={type}
        value={shown}
        onChange={(next) =>
          draft.set(
            'documents',
            (next as DocumentChoice[]).map((one) => ({ type: one.type, documentId: one.documentId, sha256: one.sha256 })),
          )
        }
      />
    </Stack>
  );
}
