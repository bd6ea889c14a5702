import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';

type Imported = NonNullable<ProjectDetail['imported']>;

function Facts({ project, facts }: { project: ProjectDetail; facts: Imported['facts'] }) {
  const { t, i18n } = useTranslation();
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {t('imported.facts')}
      </Title>
      <Table variant="vertical" className="answers">
        <Table.Tbody>
          {facts.map((fact) => (
            <Table.Tr key={`${fact.on}/${fact.what}`}>
              <Table.Th scope="row">{formatDate(fact.on, i18n.language)}</Table.Th>
              <Table.Td>
                {[t(`imported.what.${fact.what}`), fact.note === undefined ? null : project.texts[fact.note.textId]]
                  .filter((part) => part != null && part !== '')
                  .join(t('imported.colon'))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Standards({ project, standards }: { project: ProjectDetail; standards: Imported['standards'] }) {
  const { t } = useTranslation();
  const team = (textId: string | undefined): string =>
    (textId === undefined ? undefined : project.texts[textId]) ?? t('imported.notDocumented');
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {t('imported.standards')}
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {standards.map((one) => (
          <li key={one.fieldCode}>
            <Text fw={600}>
              {t(`occupations.${one.fieldCode}`, { defaultValue: one.fieldCode })} · {one.label}
            </Text>
            <Text size="sm">
              {t(`imported.roles.${one.role}`)} · {t('imported.level', { level: one.level })} · {team(one.team?.textId)}
            </Text>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}

/** A project from before our records, as its sources tell it. */
export function ImportedRecord({ project, imported }: { project: ProjectDetail; imported: Imported }) {
  return (
    <Stack gap="md">
      {imported.facts.length > 0 && <Facts project={project} facts={imported.facts} />}
      {imported.standards.length > 0 && <Standards project={project} standards={imported.standards} />}
    </Stack>
  );
}
