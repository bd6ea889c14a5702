import { Anchor, Button, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { beginTemplateDraft, templatesQuery, type Template } from '../api/templates';
import { VersionBadge } from './version-badge';

type Version = Template['versions'][number];

interface VersionTableProps {
  template: Template;
  onBegun: (version: number) => void;
}

function When({ line }: { line: Version }) {
  const { t } = useTranslation();
  const at = line.releasedAt ?? line.updatedAt;
  if (at === null) return <Text size="sm">{t('templates.withRelease')}</Text>;
  return (
    <>
      {line.authorName !== null && <Text size="sm">{line.authorName}</Text>}
      <TwoZones at={at} />
    </>
  );
}

/** Versions of the words of one kind, the newest first; a new draft begins as a copy of one of them, which is also how an earlier one comes back. */
export function VersionTable({ template, onBegun }: VersionTableProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newCommandId);
  const beginning = useMutation({
    mutationFn: (base: number) => beginTemplateDraft(template.kind, base, key),
    onSuccess: async ({ version }) => {
      await queryClient.invalidateQueries({ queryKey: templatesQuery.queryKey });
      onBegun(version);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const mayBegin = template.mayDraft && template.versions.every(({ state }) => state !== 'draft');
  return (
    <>
      {beginning.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={beginning.error} />
        </div>
      )}
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <caption className="visually-hidden">{t('templates.versionsTitle')}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['version', 'state', 'when', 'begin'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`templates.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {template.versions.map((line) => (
              <Table.Tr key={line.version} data-testid="version-row">
                <Table.Th scope="row" fw={400}>
                  <Anchor component={Link} to={`/administration/templates/${template.kind}/${line.version}` as '/'} fw={600}>
                    {line.version === 0 ? t('templates.builtIn') : t('templates.version', { version: line.version })}
                  </Anchor>
                </Table.Th>
                <Table.Td>
                  <VersionBadge {...line} />
                </Table.Td>
                <Table.Td>
                  <When line={line} />
                </Table.Td>
                <Table.Td>
                  {mayBegin && (
                    <Button
                      size="compact-md"
                      variant="default"
                      loading={beginning.isPending && beginning.variables === line.version}
                      aria-label={t('templates.beginFrom', { version: line.version })}
                      onClick={() => beginning.mutate(line.version)}
                    >
                      {t('templates.begin')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
