import { Anchor, Group, Paper, Text } from '@mantine/core';
import { IconMail, IconMailOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectDetail } from '../api/project';
import { personName } from '../names';
import { CorrectLink } from './correct-link';
import { substituteOf } from '../reachability';

interface OfPerson {
  project: ProjectDetail;
  personId: string;
}

/** Addresses of a person, where the reader may know them; refused ones are struck out. */
function Addresses({ project, personId }: OfPerson) {
  const { t } = useTranslation();
  const addresses = project.mailAddresses[personId] ?? [];
  return (
    <>
      {addresses.map(({ address, refused }) => (
        <Text key={address} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {refused ? (
            <>
              <s>{address}</s> {t('projectPage.people.refused')}
            </>
          ) : (
            <Anchor href={`mailto:${address}`} size="sm">
              {address}
            </Anchor>
          )}
        </Text>
      ))}
    </>
  );
}

/** Whether mail reaches a person, and who is told instead. */
function Reachable({ project, personId }: OfPerson) {
  const { t } = useTranslation();
  if (project.mailAddresses[personId] === undefined) return null;
  const lost = project.unreachable.includes(personId);
  const substitute = lost ? substituteOf(project, personId) : undefined;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      {lost ? <IconMailOff size={16} aria-hidden color="var(--mantine-color-error)" /> : <IconMail size={16} aria-hidden />}
      <Text size="sm" fw={lost ? 600 : 400}>
        {t(lost ? 'projectPage.people.notReached' : 'projectPage.people.reached')}
        {substitute !== undefined &&
          ` ${t('projectPage.people.instead', { name: personName(project, substitute, t('project.somebody')) })}`}
      </Text>
    </Group>
  );
}

/** A person with both forms of the name, what he is here, and how to reach him. */
export function ContactCard({ project, personId, children }: OfPerson & { children?: ReactNode }) {
  const { t } = useTranslation();
  const person = project.people[personId];
  return (
    <Paper withBorder p="sm" component="li">
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {person?.fullName ?? t('project.somebody')}
      </Text>
      {person !== undefined && person.latinName !== person.fullName && <Text size="sm">{person.latinName}</Text>}
      {children}
      <Addresses project={project} personId={personId} />
      <Reachable project={project} personId={personId} />
      {person !== undefined && <CorrectLink entry="people" id={personId} name={person.latinName} />}
    </Paper>
  );
}
