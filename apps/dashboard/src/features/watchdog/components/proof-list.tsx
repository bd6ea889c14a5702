import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatTime } from '../../../lib/format';
import type { WatchProof } from '../api/watchdog';

/** Counts in the order in which they are told. */
const counted = ['entities', 'planned', 'mails', 'recorded', 'entries', 'folds', 'shells', 'asked'] as const;

function Counts({ proof: { counts, failed } }: { proof: WatchProof }) {
  const { t, i18n } = useTranslation();
  const parts = counted.flatMap((name) => {
    const count = counts[name];
    return count === undefined ? [] : [t(`watchdog.counts.${name}`, { count, number: formatNumber(count, i18n.language) })];
  });
  // Without a witness of its own the comparison of mails proves less: that is told.
  const isUnset = counts['recorded'] === undefined && !failed.some(({ comparison }) => ['record', 'all'].includes(comparison));
  if (isUnset) parts.push(t('watchdog.counts.recordUnset'));
  return (
    <Text size="sm" c="dimmed">
      {new Intl.ListFormat(i18n.language, { type: 'unit' }).format(parts)}
    </Text>
  );
}

function saysOf({ startedAt, result }: WatchProof): string {
  if (result !== null) return result;
  return startedAt === null ? 'waits' : 'runs';
}

/** The last proofs: when, who asked, how much was compared, and what came of it. */
export function ProofList({ proofs }: { proofs: readonly WatchProof[] }) {
  const { t, i18n } = useTranslation();
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('watchdog.lastProofs')}>
      {proofs.map((one) => (
        <li key={one.id} data-testid="watch-proof">
          <Text fw={600}>{t(`watchdog.says.${saysOf(one)}`, { count: one.openFindings ?? 0 })}</Text>
          <Text size="sm">
            {t(`watchdog.doors.${one.askedByName === null ? one.door : 'person'}`, {
              name: one.askedByName ?? '',
              time: formatTime(one.endedAt ?? one.askedAt, i18n.language),
            })}
          </Text>
          {one.endedAt === null && one.startedAt !== null && (
            <Progress value={one.steps === 0 ? 0 : (100 * one.stepsDone) / one.steps} aria-label={t('watchdog.progress')} />
          )}
          {one.failed.map(({ comparison, code }) => (
            <Text key={comparison} size="sm" c="var(--mantine-color-error)">
              {t('watchdog.notCompared', { what: t(`watchdog.comparisons.${comparison}`), why: t(`watchdog.why.${code}`) })}
            </Text>
          ))}
          {one.endedAt !== null && <Counts proof={one} />}
        </li>
      ))}
    </Stack>
  );
}
