import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotNow } from '../../../components/not-now';
import { commandNameOf } from '../../../lib/commands';
import { useShortcut } from '../../../lib/shortcuts';
import type { ProjectDetail } from '../api/project';
import { standsAt } from '../situation';
import { thinkableCommands } from '../what-if-acts';

/** Not listed here: what repairs a plan, and what is done to single planned mails, which the forecast offers beside each. */
const elsewhere: ReadonlySet<string> = new Set([
  'Replan',
  'SkipOccurrence',
  'SendNow',
  'Snooze',
  'PauseSeries',
  'ResumeSeries',
  'UndoIntervention',
]);

/** Leads to the page on which a command is given. */
function CommandButton({ project, name }: { project: ProjectDetail; name: string }) {
  const { t } = useTranslation();
  const label = t(`forms.project.${name}.title`);
  return (
    <Button
      variant="light"
      component={Link}
      to="/projects/$projectId/do/$command"
      params={{ projectId: project.id, command: name } as never}
      h="auto"
      mih={0}
      py={8}
    >
      {label}
    </Button>
  );
}

/** Everything the signed-in person may do here by role; what is not possible now says why. */
export function CommandsList({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayThink = thinkableCommands(project).length > 0;
  const whatIf = { to: '/projects/$projectId/what-if', params: { projectId: project.id } as never } as const;
  // Whoever may go back to an earlier step may try it in a copy first.
  const mayRehearse = project.commands.some((one) => one.type === 'Rewind');
  const rehearsal = { to: '/administration/rehearsal', search: { source: `project/${project.id}` } as never } as const;
  useShortcut('w', 'whatIf.key', () => void navigate(whatIf), { enabled: mayThink });
  const commands = project.commands.filter((one) => !elsewhere.has(one.type)).map((one) => ({ ...one, name: commandNameOf(one.type) }));
  const possible = commands.filter((one) => one.possible);
  const others = commands.filter((one) => !one.possible);
  return (
    <section aria-labelledby="commands">
      <Title order={2} id="commands" mb="sm">
        {t('project.commands')}
      </Title>
      {possible.length === 0 && <Text>{t('project.nothingToDo')}</Text>}
      <Group gap="sm">
        {possible.map((one) => (
          <CommandButton key={one.name} project={project} name={one.name} />
        ))}
        {mayThink && (
          <Button variant="default" component={Link} {...whatIf} h="auto" mih={0} py={8}>
            {t('whatIf.link')}
          </Button>
        )}
        {mayRehearse && (
          <Button variant="default" component={Link} {...rehearsal} h="auto" mih={0} py={8}>
            {t('rehearsal.link')}
          </Button>
        )}
      </Group>
      {others.length > 0 && (
        <details>
          <summary>{t('project.notNow', { count: others.length })}</summary>
          <Stack gap={4} mt="xs">
            {others.map((one) => (
              <NotNow
                key={one.name}
                name={t(`forms.project.${one.name}.title`)}
                sentence={one.sentence}
                because={one.because}
                fact={standsAt(project, t)}
              />
            ))}
          </Stack>
        </details>
      )}
    </section>
  );
}
