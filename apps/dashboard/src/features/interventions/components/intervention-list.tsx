import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangesTable } from '../../../components/changes-table';
import { TwoZones } from '../../../components/two-zones';
import { formatTime } from '../../../lib/format';
import type { Intervention, InterventionSearch } from '../api/interventions';
import { TechnicalTable } from './technical-table';

interface ListProps {
  interventions: readonly Intervention[];
  onOnly: (only: InterventionSearch) => void;
}

function Title({ one }: { one: Intervention }) {
  const { t } = useTranslation();
  const about = one.about === null ? one.label : t('interventions.of', { what: one.label, about: one.about.label });
  const to = one.entityKind === 'project' ? '/projects/$projectId' : '/calls/$callId';
  const params = one.entityKind === 'project' ? { projectId: one.entityId } : { callId: one.entityId };
  const search = one.entityKind === 'project' ? { view: 'history' } : {};
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Text fw={600} style={{ flex: '1 1 240px', overflowWrap: 'anywhere' }}>
        {about}
        {one.entityId !== null && (
          <>
            {' · '}
            <Anchor component={Link} to={to} params={params as never} search={search as never} fw={400}>
              {one.reference ?? t('list.untitled')}
            </Anchor>
          </>
        )}
      </Text>
      {one.undoneBy !== null && (
        <Badge variant="default" size="lg" tt="none" fw={500}>
          {t('interventions.undone.true')}
        </Badge>
      )}
    </Group>
  );
}

function Who({ one }: { one: Intervention }) {
  const { t } = useTranslation();
  const parts = [
    one.personId === null ? undefined : t('project.by', { name: one.personName === '' ? t('project.somebody') : one.personName }),
    one.onBehalfOfName === null ? undefined : t('projectPage.history.onBehalfOf', { name: one.onBehalfOfName }),
    one.door === null ? undefined : t(`projectPage.history.doors.${one.door}`),
  ];
  return (
    <>
      <Text size="sm" c="dimmed">
        {parts.filter((part) => part !== undefined).join(' · ')}
      </Text>
      <TwoZones at={one.at} />
    </>
  );
}

/** What became of it: a second person's answer, how a technical act ended, and who took it back. */
function Fate({ one }: { one: Intervention }) {
  const { t, i18n } = useTranslation();
  const lines = [
    one.proposal === null ? undefined : t('interventions.secondPerson', { phrase: one.proposal.phrase }),
    one.technical === null ? undefined : t('interventions.result', { phrase: one.technical.phrase }),
    one.undoneBy === null
      ? undefined
      : t('interventions.undoneBy', {
          what: one.undoneBy.label,
          name: one.undoneBy.byName,
          time: formatTime(one.undoneBy.at, i18n.language),
        }),
  ];
  return lines
    .filter((line) => line !== undefined)
    .map((line) => (
      <Text key={line} size="sm" mt={4}>
        {line}
      </Text>
    ));
}

function Line({ one, onOnly }: { one: Intervention; onOnly: ListProps['onOnly'] }) {
  const { t } = useTranslation();
  const { entityId, personId, runId } = one;
  return (
    <Paper withBorder p="md" component="li" data-testid="intervention">
      <Title one={one} />
      {one.events.map((event, index) => (
        <Text key={index} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {event.sentence}
        </Text>
      ))}
      {one.reason !== null && (
        <Text mt={4} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {t('project.reason', { reason: one.reason })}
        </Text>
      )}
      <Who one={one} />
      <ChangesTable changes={one.changes} />
      <TechnicalTable changes={one.technical?.changes ?? []} />
      <Fate one={one} />
      {runId !== null && (
        <Text size="sm" mt={4}>
          <Anchor component={Link} to="/administration/bulk/$runId" params={{ runId } as never}>
            {t('interventions.partOf')}
          </Anchor>
        </Text>
      )}
      <Group gap="xs" mt={6}>
        {one.entityKind === 'project' && entityId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onOnly({ project: entityId })}>
            {t('interventions.only.project')}
          </Button>
        )}
        {personId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onOnly({ person: personId })}>
            {t('interventions.only.person')}
          </Button>
        )}
        {runId !== null && (
          <Button size="compact-sm" variant="default" onClick={() => onOnly({ run: runId })}>
            {t('interventions.only.run')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** Interventions, the newest first: what, on which project, why, by whom and how, before and after, and what became of each. */
export function InterventionList({ interventions, onOnly }: ListProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <ol className="plain-list" aria-label={t('interventions.title')}>
        {interventions.map((one, index) => (
          <Line key={`${one.entityId ?? ''}/${one.rev}/${one.id}/${one.technical === null ? '' : index}`} one={one} onOnly={onOnly} />
        ))}
      </ol>
    </Stack>
  );
}
