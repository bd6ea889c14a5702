import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commandNameOf } from '../../../lib/commands';
import type { ProjectDetail } from '../api/project';
import type { ChangeSet } from '../change-words';
import { ChangeCard } from './change-card';
import { ChangeDifferences } from './change-differences';

const isOpen = ({ state }: ChangeSet): boolean => state === 'proposed' || state === 'returned' || state === 'approved';
const onOpen = ['ApproveChange', 'ReturnChange', 'RejectChange', 'RecordAmendmentSignature', 'CancelChange'];

function Give({ project, type, about }: { project: ProjectDetail; type: string; about?: string }) {
  const { t } = useTranslation();
  if (project.commands.find((one) => one.type === type)?.possible !== true) return null;
  const command = commandNameOf(type);
  return (
    <Button
      variant="light"
      component={Link}
      to="/projects/$projectId/do/$command"
      params={{ projectId: project.id, command } as never}
      search={(about === undefined ? {} : { about }) as never}
      h="auto"
      mih={36}
      py={6}
    >
      {t(`forms.project.${command}.title`)}
    </Button>
  );
}

/** The differences that an open change would make, on demand. */
function Differences({ project, change }: { project: ProjectDetail; change: ChangeSet }) {
  const { t } = useTranslation();
  if (change.state === 'returned') return null;
  return (
    <details>
      <summary>{t('changes.differences')}</summary>
      <ChangeDifferences project={project} change={change} />
    </details>
  );
}

/** All changes of a project: the open ones first with what may be done, then the history with the way back of each. */
export function ChangesView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const all = [...(project.changes ?? [])].reverse();
  const undone = new Set(all.filter((one) => one.state === 'in-effect' || isOpen(one)).map((one) => one.inverseOf));
  return (
    <Stack gap="lg">
      <Text>{t('changes.lead')}</Text>
      <Group gap="sm">
        <Give project={project} type="ProposeChange" />
      </Group>
      {all.length === 0 && <Text>{t('changes.none')}</Text>}
      {all.some(isOpen) && (
        <section aria-labelledby="open-changes">
          <Title order={2} id="open-changes" mb="sm">
            {t('changes.open')}
          </Title>
          <Stack gap="md">
            {all.filter(isOpen).map((change) => (
              <ChangeCard key={change.changeId} project={project} change={change}>
                <Differences project={project} change={change} />
                <Group gap="sm">
                  {onOpen.map((type) => (
                    <Give key={type} project={project} type={type} />
                  ))}
                </Group>
              </ChangeCard>
            ))}
          </Stack>
        </section>
      )}
      {all.some((one) => !isOpen(one)) && (
        <section aria-labelledby="past-changes">
          <Title order={2} id="past-changes" mb="sm">
            {t('changes.past')}
          </Title>
          <Stack gap="md">
            {all
              .filter((one) => !isOpen(one))
              .map((change) => (
                <ChangeCard key={change.changeId} project={project} change={change}>
                  {change.state === 'in-effect' && !undone.has(change.changeId) && (
                    <Group>
                      <Give project={project} type="UndoChange" about={change.changeId} />
                    </Group>
                  )}
                </ChangeCard>
              ))}
          </Stack>
        </section>
      )}
    </Stack>
  );
}
