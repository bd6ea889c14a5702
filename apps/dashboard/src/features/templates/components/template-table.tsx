import { Anchor, Checkbox, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { TemplateList } from '../api/templates';
import { templateGroups } from '../words';

type Line = TemplateList['items'][number];

function Row({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { kind, inForce, releasedAt, draft, fallbacks } = line;
  return (
    <Table.Tr data-testid="template-row">
      <Table.Th scope="row" fw={400}>
        <Anchor component={Link} to={`/administration/templates/${kind}` as '/'} fw={600}>
          {t(`mailKinds.${kind}`)}
        </Anchor>
        {fallbacks > 0 && (
          <Text size="sm" className="field-error">
            {t('templates.fallbacks', { count: fallbacks, version: inForce })}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <Text size="sm">{inForce === 0 ? t('templates.builtIn') : t('templates.version', { version: inForce })}</Text>
        {releasedAt !== null && <TwoZones at={releasedAt} />}
      </Table.Td>
      <Table.Td>
        {draft !== null && (
          <Anchor component={Link} to={`/administration/templates/${kind}/${draft.version}` as '/'}>
            {t(draft.proposed ? 'templates.draftProposed' : 'templates.draftOpen', { version: draft.version })}
          </Anchor>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function GroupTable({ group, lines }: { group: string; lines: readonly Line[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`group-${group}`}>
      <Title order={2} size="h3" id={`group-${group}`} mb="xs">
        {t(`templates.groups.${group}`)}
      </Title>
      <Table.ScrollContainer minWidth={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table layout="fixed">
          <caption className="visually-hidden">{t(`templates.groups.${group}`)}</caption>
          <Table.Thead>
            <Table.Tr>
              {(['kind', 'inForce', 'draft'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`templates.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Row key={line.kind} line={line} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

/** Every kind of mail by its part of the programme, found by a part of its name; or only those that differ from the release. */
export function TemplateTable({ items }: { items: readonly Line[] }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [onlyChanged, setOnlyChanged] = useState(false);
  const wanted = (line: Line): boolean =>
    t(`mailKinds.${line.kind}`).toLowerCase().includes(typed.trim().toLowerCase()) &&
    (!onlyChanged || line.inForce > 0 || line.draft !== null);
  const groups = Object.entries(templateGroups)
    .map(([group, kinds]) => ({ group, lines: items.filter((line) => kinds.includes(line.kind) && wanted(line)) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Stack gap="lg">
      <Group align="flex-end">
        <TextInput label={t('templates.find')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Checkbox
          label={t('templates.onlyChanged')}
          checked={onlyChanged}
          onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          mb={8}
        />
      </Group>
      {groups.length === 0 && <Text role="status">{t('templates.nothingFound')}</Text>}
      {groups.map((one) => (
        <GroupTable key={one.group} {...one} />
      ))}
    </Stack>
  );
}
