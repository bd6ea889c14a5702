import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countryName, formatTime } from '../../../lib/format';
import type { WatchFinding } from '../api/watchdog';
import { nextActionOf } from '../next-action';

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/;

function About({ finding: { entityKind, entityId, reference } }: { finding: WatchFinding }) {
  const { t } = useTranslation();
  if (entityKind === null || entityId === null) return null;
  const to = entityKind === 'project' ? '/projects/$projectId' : '/calls/$callId';
  const params = entityKind === 'project' ? { projectId: entityId } : { callId: entityId };
  return (
    <Anchor component={Link} to={to} params={params as never}>
      {reference ?? t(`watchdog.unnamed.${entityKind}`, { id: entityId.slice(0, 8) })}
    </Anchor>
  );
}

/** What was found, in a sentence with its cause, and what to do. */
function FindingText({ finding }: { finding: WatchFinding }) {
  const { t, i18n } = useTranslation();
  const { kind, values, entityId } = finding;
  // Who saw it, where that changes the sentence; a mail that only the mail server knows belongs to nobody.
  const witness = entityId === null && kind === 'MAIL_UNRECORDED' ? 'lost' : values['witness'];
  const seenBy = witness === undefined ? {} : { context: String(witness) };
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'country') return [name, countryName(String(value), i18n.language)];
      if (name === 'what') return [name, t(`ledger.what.${value}`)];
      return [name, typeof value === 'string' && instant.test(value) ? formatTime(value, i18n.language) : String(value)];
    }),
  );
  return (
    <>
      <Text fw={600}>{t(`watchdog.kinds.${kind}`)}</Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{t(`watchdog.sentences.${kind}`, { ...told, ...seenBy })}</Text>
      <Text size="sm">{t(`watchdog.todo.${kind}`, seenBy)}</Text>
    </>
  );
}

function Action({ finding }: { finding: WatchFinding }) {
  const { t } = useTranslation();
  const action = nextActionOf(finding);
  if (action === undefined) return null;
  const { to, search = {}, words } = action;
  return (
    <Button component={Link} variant="default" to={to} search={search as never}>
      {t(`watchdog.actions.${words}`)}
    </Button>
  );
}

/** Findings, each with its cause and the way to what can be done; those that are gone with when they went. */
export function FindingList({ findings, label }: { findings: readonly WatchFinding[]; label: string }) {
  const { t, i18n } = useTranslation();
  const time = (at: string): string => formatTime(at, i18n.language);
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }} aria-label={label}>
      {findings.map((one) => (
        <Paper key={one.id} component="li" withBorder p="md" data-testid="watch-finding">
          <Group justify="space-between" align="flex-start">
            <Stack gap={4} style={{ flex: '1 1 260px', minWidth: 0 }}>
              <About finding={one} />
              <FindingText finding={one} />
              <Text size="sm" c="dimmed">
                {one.goneAt === null
                  ? t('watchdog.since', { first: time(one.firstSeenAt) })
                  : t('watchdog.wasThere', { first: time(one.firstSeenAt), gone: time(one.goneAt) })}
              </Text>
            </Stack>
            {one.goneAt === null && <Action finding={one} />}
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
