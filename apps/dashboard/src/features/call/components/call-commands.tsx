import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotNow } from '../../../components/not-now';
import { commandNameOf } from '../../../lib/commands';
import type { CallDetail } from '../api/call';

/** What the signed-in person may do with the call; what is not possible now says why. */
export function CallCommands({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const commands = call.commands.map((one) => ({ ...one, name: commandNameOf(one.type) }));
  const possible = commands.filter((one) => one.possible);
  const others = commands.filter((one) => !one.possible);
  if (commands.length === 0) return null;
  return (
    <section aria-labelledby="commands">
      <Title order={2} id="commands" mb="sm">
        {t('project.commands')}
      </Title>
      {possible.length === 0 && <Text>{t('project.nothingToDo')}</Text>}
      <Group gap="sm">
        {possible.map((one) => (
          <Button
            key={one.name}
            variant="light"
            component={Link}
            to="/calls/$callId/do/$command"
            params={{ callId: call.id, command: one.name } as never}
          >
            {t(`forms.call.${one.name}.title`)}
          </Button>
        ))}
      </Group>
      {others.length > 0 && (
        <details>
          <summary>{t('project.notNow', { count: others.length })}</summary>
          <Stack gap={4} mt="xs">
            {others.map((one) => (
              <NotNow key={one.name} name={t(`forms.call.${one.name}.title`)} sentence={one.sentence} because={one.because} />
            ))}
          </Stack>
        </details>
      )}
    </section>
  );
}
