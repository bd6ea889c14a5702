import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { TwoZones } from '../../../components/two-zones';
import type { MailGates } from '../api/outbox';
import { gateName, gateText } from '../gates';

/** What is stopped, with who did it and why, and the way to its release. */
export function StoppedList({ gates }: { gates: MailGates }) {
  const { t, i18n } = useTranslation();
  const mayRelease = (scope: string): boolean => (scope === 'everything' ? gates.mayStopEverything : gates.mayAct);
  return (
    <section aria-labelledby="stopped-title">
      <Title order={2} id="stopped-title" mb="sm">
        {t('outbox.stoppedTitle')}
      </Title>
      {gates.items.length === 0 && <EmptyState title={t('outbox.nothingStopped')} text={t('outbox.nothingStoppedText')} />}
      <Stack gap="sm" component="ul" className="plain-list">
        {gates.items.map((gate) => (
          <Card key={gateText(gate)} component="li" withBorder>
            <Group justify="space-between" align="flex-start" gap="sm">
              <Stack gap={4} style={{ flex: '1 1 260px', minWidth: 0, overflowWrap: 'anywhere' }}>
                <Text fw={600}>{gateName(gate, t, i18n.language)}</Text>
                <Text size="sm">
                  {t('mailStop.waiting', { count: gate.waiting })} ·{' '}
                  {t('outbox.by', { name: gate.closedByName ?? t('mailStop.commandLine') })}
                </Text>
                <Text size="sm">{t('outbox.why', { reason: gate.reason })}</Text>
                <TwoZones at={gate.closedAt} />
              </Stack>
              {mayRelease(gate.scope) && (
                <Button
                  variant="default"
                  renderRoot={(props) => <Link {...props} to="/administration/outbox" search={{ release: gateText(gate) } as never} />}
                >
                  {t('outbox.toRelease')}
                  <span className="visually-hidden">: {gateName(gate, t, i18n.language)}</span>
                </Button>
              )}
            </Group>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
