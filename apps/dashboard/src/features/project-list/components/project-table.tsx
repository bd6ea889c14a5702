import { Badge, Card, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StageBadge } from '../../../components/stage-badge';
import { countryName } from '../../../lib/format';
import { NextDeadline, ProjectName, type ProjectLine } from './project-cells';

function Held({ line }: { line: ProjectLine }) {
  const { t } = useTranslation();
  return line.held === null ? null : (
    <Badge variant="outline" color="gray" tt="none">
      {t(`holds.${line.held}`)}
    </Badge>
  );
}

function Rows({ lines, nowMs }: { lines: ProjectLine[]; nowMs: number }) {
  const { t, i18n } = useTranslation();
  return (
    <Table stickyHeader stickyHeaderOffset={56} verticalSpacing="sm" visibleFrom="sm">
      <caption className="visually-hidden">{t('list.title')}</caption>
      <Table.Thead>
        <Table.Tr>
          {(['project', 'stage', 'country', 'deadline', 'officer'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`list.columns.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td maw={340}>
              <ProjectName line={line} />
            </Table.Td>
            <Table.Td>
              <Stack gap={4} align="flex-start">
                <StageBadge stage={line.stage} subState={line.subState} />
                <Held line={line} />
              </Stack>
            </Table.Td>
            <Table.Td>{line.hostCountry === null ? '–' : countryName(line.hostCountry, i18n.language)}</Table.Td>
            <Table.Td>
              <NextDeadline line={line} nowMs={nowMs} />
            </Table.Td>
            <Table.Td>{line.officerName ?? t('list.noOfficer')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards({ lines, nowMs }: { lines: ProjectLine[]; nowMs: number }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack hiddenFrom="sm" gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {lines.map((line) => (
        <Card key={line.id} withBorder component="li" padding="md">
          <Stack gap="xs" align="flex-start">
            <ProjectName line={line} />
            <StageBadge stage={line.stage} subState={line.subState} />
            <Held line={line} />
            <NextDeadline line={line} nowMs={nowMs} />
            <Group gap="md">
              {line.hostCountry !== null && <Text size="sm">{countryName(line.hostCountry, i18n.language)}</Text>}
              <Text size="sm">{t('list.officer', { name: line.officerName ?? t('list.noOfficer') })}</Text>
            </Group>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

/** The list: a table where there is room, cards on a phone. */
export function ProjectTable({ lines, nowMs }: { lines: ProjectLine[]; nowMs: number }) {
  return (
    <>
      <Rows lines={lines} nowMs={nowMs} />
      <Cards lines={lines} nowMs={nowMs} />
    </>
  );
}
