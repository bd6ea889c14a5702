import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import type { ProjectDetail } from '../api/project';
import { organizationName } from '../names';
import { ChangedMark } from './changed-mark';
import { ContactCard } from './contact-card';
import { CorrectLink } from './correct-link';

type Contact = ProjectDetail['contacts'][number];

function dutiesOf(contact: Contact): string[] {
  return (['lead', 'legalRepresentative', 'primary', 'officeHead'] as const).filter((duty) => contact[duty]);
}

/** The values of a contact that changes set. */
function pathsOf({ personId, lead }: Contact): string[] {
  return [`contacts/${personId}/primary`, `contacts/${personId}/officeHead`, ...(lead ? ['contacts/leader'] : [])];
}

/** What an organization is in the project, and where it is. */
function Parts({ project, id }: { project: ProjectDetail; id: string }) {
  const { t, i18n } = useTranslation();
  const parts = project.parties.filter((party) => party.organizationId === id);
  const country = parts[0]?.country ?? project.organizations[id]?.country ?? 'CN';
  const leads = parts.some((part) => part.role === 'LEAD') ? ['parties/lead'] : [];
  return (
    <Text size="sm" c="dimmed" mb="sm">
      {[...parts.map((part) => t(`parties.${part.role}`)), countryName(country, i18n.language)].join(' · ')}
      <ChangedMark project={project} paths={[`parties/${id}/role`, ...leads]} />
    </Text>
  );
}

/** An organization with every form of its name, its parts in the project and its people. */
function Organization({ project, id }: { project: ProjectDetail; id: string }) {
  const { t, i18n } = useTranslation();
  const one = project.organizations[id];
  const contacts = project.contacts.filter((contact) => contact.organizationId === id);
  const title = organizationName(project, id, i18n.language, '–');
  const others = [one?.nameZh, one?.nameEn, one?.nameLocal].filter((name) => name != null && name !== title);
  const joined = (keys: string[], catalogue: string): string => keys.map((key) => t(`${catalogue}.${key}`)).join(t('why.comma'));
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={3}>{title}</Title>
      {others.length > 0 && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {others.join(' · ')}
        </Text>
      )}
      <Parts project={project} id={id} />
      <CorrectLink entry="organizations" id={id} name={title} />
      {contacts.length === 0 && <Text size="sm">{t('projectPage.people.nobody')}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" component="ul" className="plain-list">
        {contacts.map((contact) => (
          <ContactCard key={contact.personId} project={project} personId={contact.personId}>
            <Text size="sm">
              {joined(dutiesOf(contact), 'contacts')}
              <ChangedMark project={project} paths={pathsOf(contact)} />
            </Text>
            <Text size="sm" c="dimmed">
              {joined(contact.rights, 'contacts')}
            </Text>
          </ContactCard>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

function Experts({ project }: { project: ProjectDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="experts">
      <Title order={3} id="experts" mb="sm">
        {t('project.experts')}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" component="ul" className="plain-list">
        {project.review.assignments.map((one) => (
          <ContactCard key={one.expertId} project={project} personId={one.expertId}>
            <Text size="sm">
              {[
                countryName(one.country, i18n.language),
                t(`assignments.${one.state}`),
                one.conflict === undefined ? undefined : t(`conflicts.${one.conflict}`),
              ]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </Text>
          </ContactCard>
        ))}
      </SimpleGrid>
    </Paper>
  );
}

/** Parties with their people, the officer, and experts where the reader may know them. */
export function PeopleView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const partyIds = [...new Set(project.parties.map((party) => party.organizationId))];
  return (
    <Stack gap="md">
      <Title order={2}>{t('views.people')}</Title>
      {partyIds.length === 0 && <Text>{t('project.noParties')}</Text>}
      {partyIds.map((id) => (
        <Organization key={id} project={project} id={id} />
      ))}
      <Paper withBorder p="md" component="section" aria-labelledby="officer">
        <Title order={3} id="officer" mb="sm">
          {t('roles.CO')}
        </Title>
        {project.officerId === undefined ? (
          <Text size="sm">{t('list.noOfficer')}</Text>
        ) : (
          <ul className="plain-list">
            <ContactCard project={project} personId={project.officerId} />
          </ul>
        )}
      </Paper>
      {project.review.assignments.length > 0 && <Experts project={project} />}
    </Stack>
  );
}
