import { Code, Paper, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { ReplayCheck, ReplayDifference } from '../api/engine';
import { About } from './about';

/** What the engine says, for whoever mends it; closed until it is asked for. */
function OwnWords({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('engine.ownWords')}</summary>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {words}
      </Code>
    </details>
  );
}

function Difference({ one }: { one: ReplayDifference }) {
  const { t } = useTranslation();
  const step = (name: string | number | undefined): string =>
    name === undefined ? '' : t(`engine.steps.${name}`, { defaultValue: String(name) });
  const { eventId, recorded, now } = one.values;
  const place = eventId === undefined ? t('engine.replay.somewhere') : t('engine.replay.atEvent', { eventId });
  const values = { ...one.values, place, recorded: step(recorded), now: step(now) };
  return (
    <li>
      <About kind={one.entityKind} id={one.entityId} reference={null} />
      {` · ${t(`engine.replay.sources.${one.source}`)}`}
      <Text>{t(`engine.replay.differences.${one.code}`, { ...values, defaultValue: t('engine.replay.differences.OTHER') })}</Text>
      <OwnWords words={`${one.workflowId} ${one.runId}\n${one.detail}`} />
    </li>
  );
}

function Outcome({ check }: { check: ReplayCheck }) {
  const { t } = useTranslation();
  const { state, total, replayed, differing } = check;
  if (state === 'running')
    return (
      <div role="status">
        <Text fw={600}>{total === null ? t('engine.replay.begins') : t('engine.replay.soFar', { replayed, total })}</Text>
        <Progress value={total === null || total === 0 ? 0 : (100 * replayed) / total} aria-label={t('engine.replay.progress')} mt={6} />
      </div>
    );
  if (state === 'failed')
    return (
      <>
        <Text fw={600}>{t(`engine.replay.failures.${check.failureCode}`, { defaultValue: t('engine.replay.failures.OTHER') })}</Text>
        {check.failureDetail !== null && <OwnWords words={check.failureDetail} />}
      </>
    );
  if (total === 0) return <Text fw={600}>{t('engine.replay.none')}</Text>;
  return (
    <Text fw={600} size="xl" data-testid="replay-outcome">
      {t(differing === 0 ? 'engine.replay.allReplay' : 'engine.replay.someReplay', { fit: replayed - differing, total })}
    </Text>
  );
}

/** One replay check: whose runs, on which build, by whom; how far it has come; what differs. */
export function ReplayResult({ check }: { check: ReplayCheck }) {
  const { t } = useTranslation();
  const about = check.entityId === null ? t('engine.replay.scopes.all') : undefined;
  const build = check.candidate === null ? t('engine.replay.builds.running') : t('engine.replay.onCandidate', { name: check.candidate });
  return (
    <Paper withBorder p="md" component="li" data-testid="replay-check">
      <Stack gap="xs">
        <Outcome check={check} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {about ?? <About kind={check.entityKind} id={check.entityId} reference={check.reference} />}
          {` · ${build} · ${check.askedByName}`}
        </Text>
        <TwoZones at={check.endedAt ?? check.askedAt} />
        {check.differences.length > 0 && (
          <ul>
            {check.differences.map((one) => (
              <Difference key={one.runId} one={one} />
            ))}
          </ul>
        )}
        {check.differing > check.differences.length && (
          <Text size="sm">{t('engine.replay.more', { count: check.differing - check.differences.length })}</Text>
        )}
      </Stack>
    </Paper>
  );
}
