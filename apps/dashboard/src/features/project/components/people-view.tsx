import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { organizationName, personName } from '../names';

/** Parties with their parts and contacts; the officer; experts where the reader may know them. */
export function PeopleView({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  const partyIds = [...new Set(project.parties.map((party) => party.organizationId))];
  return (
    <Stack gap="md">
      <Text>{t('list.officer', { name: personName(project, project.officerId, t('list.noOfficer')) })}</Text>
      {partyIds.length === 0 && <Text>{t('project.noParties')}</Text>}
      {partyIds.map((id) => {
        const parts = project.parties.filter((party) => party.organizationId === id);
        return (
          <Paper key={id} withBorder p="md" component="section">
            <Title order={2}>{organizationName(project, id, i18n.language, '–')}</Title>
            <Text size="sm" c="dimmed" mb="xs">
              {[...parts.map((part) => t(`parties.${part.role}`)), countryName(parts[0]?.country ?? 'CN', i18n.language)].join(' · ')}
            </Text>
            <ul>
              {project.contacts
                .filter((contact) => contact.organizationId === id)
                .map((contact) => (
                  <li key={contact.personId}>
                    {personName(project, contact.personId, '–')}
                    {' – '}
                    {contactParts(contact)
                      .map((part) => t(`contacts.${part}`))
                      .join(t('why.comma'))}
                  </li>
                ))}
            </ul>
          </Paper>
        );
      })}
      {project.review.assignments.length > 0 && <Experts project={project} />}
    </Stack>
  );
}

type Contact = ProjectDetail['contacts'][number];

function contactParts(contact: Contact): string[] {
  return [...(['lead', 'legalRepresentative', 'primary', 'officeHead'] as const).filter((part) => contact[part]), ...contact.rights];
}

function Experts({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{t('project.experts')}</Title>
      <Table>
        <caption className="visually-hidden">{t('project.experts')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('project.expert')}</Table.Th>
            <Table.Th scope="col">{t('list.country')}</Table.Th>
            <Table.Th scope="col">{t('project.assignment')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {project.review.assignments.map((one) => (
            <Table.Tr key={one.expertId}>
              <Table.Td>{personName(project, one.expertId, '–')}</Table.Td>
              <Table.Td>{countryName(one.country, i18n.language)}</Table.Td>
              <Table.Td>
                {t(`assignments.${one.state}`)}
                {one.conflict !== undefined && ` – ${t(`conflicts.${one.conflict}`)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
