import { Button, FileInput, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemIn } from '../../lib/problem';
import { FieldGroup, type FieldProps } from './field-frame';
import type { DocumentChoice, FormBasis } from './field-specs';

interface DocumentProps extends FieldProps {
  basis: FormBasis;
  documentType: string;
}

/** What a file input offers: the types the API accepts. */
const accepted = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';

function Picker({
  id,
  basis,
  documentType,
  onPick,
}: {
  id: string;
  basis: FormBasis;
  documentType: string;
  onPick: (one: DocumentChoice) => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const stored = basis.documents.filter((one) => one.type === documentType);
  const take = (file: File | null): void => {
    if (file === null) return;
    setBusy(true);
    setRefusal(undefined);
    basis
      .upload(file, documentType)
      .then(onPick)
      .catch((error: unknown) => setRefusal(uploadRefusal(error, t('form.uploadFailed'))))
      .finally(() => setBusy(false));
  };
  return (
    <Stack gap="xs">
      <FileInput
        id={`${id}-file`}
        label={t('form.upload')}
        placeholder={t('form.chooseFile')}
        accept={accepted}
        value={null}
        disabled={busy}
        error={refusal}
        rightSection={busy ? <Loader size="xs" /> : undefined}
        onChange={take}
      />
      {stored.length > 0 && (
        <Select
          id={`${id}-stored`}
          label={t('form.orStored')}
          data={stored.map((one) => ({ value: one.documentId, label: one.fileName }))}
          value={null}
          comboboxProps={{ withinPortal: false }}
          onChange={(wanted) => {
            const picked = stored.find((one) => one.documentId === wanted);
            if (picked !== undefined) onPick(picked);
          }}
        />
      )}
    </Stack>
  );
}

/** What the server said of a file, in its own words: title and what to do. */
function uploadRefusal(error: unknown, otherwise: string): string {
  const problem = problemIn(error);
  return problem === undefined ? otherwise : `${problem.document.title ?? ''} ${problem.document.detail ?? ''}`.trim();
}

function Picked({ one, onRemove }: { one: DocumentChoice; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" wrap="nowrap" className="picked-file">
      <IconFile size={18} aria-hidden />
      <Text size="sm" style={{ overflowWrap: 'anywhere', flex: 1 }}>
        {one.fileName}
      </Text>
      <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} aria-hidden />} onClick={onRemove}>
        {t('form.remove')}
        <span className="visually-hidden"> {one.fileName}</span>
      </Button>
    </Group>
  );
}

/** One file: uploaded here, or one that is stored already. */
export function DocumentField(props: DocumentProps) {
  const picked = props.value as DocumentChoice | undefined;
  return (
    <FieldGroup {...props}>
      {picked === undefined ? (
        <Picker {...props} onPick={props.onChange} />
      ) : (
        <Picked one={picked} onRemove={() => props.onChange(undefined)} />
      )}
    </FieldGroup>
  );
}

/** Several files. */
export function DocumentsField(props: DocumentProps) {
  const picked = (props.value as DocumentChoice[] | undefined) ?? [];
  const without = (id: string): DocumentChoice[] => picked.filter((one) => one.documentId !== id);
  return (
    <FieldGroup {...props}>
      <Stack gap="xs">
        {picked.map((one) => (
          <Picked key={one.documentId} one={one} onRemove={() => props.onChange(without(one.documentId))} />
        ))}
        <Picker {...props} onPick={(one) => props.onChange([...without(one.documentId), one])} />
      </Stack>
    </FieldGroup>
  );
}

/** One file per language of an agreement. */
export function LanguageDocumentsField(props: DocumentProps & { languages: readonly string[] }) {
  const { t } = useTranslation();
  const picked = (props.value as Record<string, DocumentChoice> | undefined) ?? {};
  return (
    <FieldGroup {...props}>
      <Stack gap="md">
        {props.languages.map((language) => (
          <DocumentField
            key={language}
            {...props}
            id={`${props.id}-${language}`}
            label={t(`languages.${language}`)}
            help={t('form.documentIn', { language: t(`languages.${language}`) })}
            error={undefined}
            value={picked[language]}
            onChange={(one) => {
              const { [language]: _gone, ...rest } = picked;
              props.onChange(one === undefined ? rest : { ...rest, [language]: one });
            }}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
