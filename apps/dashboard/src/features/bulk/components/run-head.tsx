import { Anchor, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import type { BulkRun } from '../api/bulk';
import { secondsLeft } from '../next-acts';
import { AskedFields } from './asked-fields';

const shown = ['applied', 'proposed', 'refused', 'changed', 'failed', 'skipped', 'waiting', 'sent'] as const;

/** How many rows ended how. */
function Counts({ counts }: { counts: BulkRun['counts'] }) {
  const { t } = useTranslation();
  return (
    <Group gap="lg" data-testid="bulk-counts">
      {shown
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <Text key={state}>
            <b>{counts[state]}</b> {t(`bulk.rowStates.${state}`)}
          </Text>
        ))}
    </Group>
  );
}

function People({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  return (
    <>
      <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {t('bulk.because', { name: run.createdByName, reason: run.reason })}
      </Text>
      <TwoZones at={run.createdAt} />
      {run.secondName !== null && <Text size="sm">{t('bulk.decidedBy', { name: run.secondName })}</Text>}
      {run.stopAskedByName !== null && <Text size="sm">{t('bulk.stoppedBy', { name: run.stopAskedByName })}</Text>}
    </>
  );
}

/** Where a run stands: in one sentence, in figures, who asked for it and why. */
export function RunHead({ run }: { run: BulkRun }) {
  const { t } = useTranslation();
  const { counts, state } = run;
  const answered = counts.foreseen - counts.waiting - counts.sent;
  const begun = run.startedAt !== null;
  const left = secondsLeft(run);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Text fw={600} role="status" data-testid="bulk-state">
          {t(`bulk.states.${state}`)}
        </Text>
        {run.halt !== null && <Text>{run.halt.sentence}</Text>}
        {begun && counts.foreseen > 0 && (
          <Progress.Root size="lg">
            <Progress.Section
              value={(100 * answered) / counts.foreseen}
              aria-label={t('bulk.sofar', { applied: answered, foreseen: counts.foreseen })}
            />
          </Progress.Root>
        )}
        <Text>
          {t(begun ? 'bulk.sofar' : 'bulk.foreseen', { applied: counts.applied, foreseen: counts.foreseen, total: counts.total })}
        </Text>
        <Counts counts={counts} />
        {left !== undefined && <Text size="sm">{t('bulk.left', { count: left })}</Text>}
        <AskedFields run={run} />
        <People run={run} />
        {begun && (
          <Anchor component={Link} to="/administration/interventions" search={{ run: run.id } as never}>
            {t('bulk.links.interventions')}
          </Anchor>
        )}
        {[
          ['inverseOf', run.inverseOf],
          ['inverse', run.inverseId],
        ].map(([words, id]) =>
          id === null || id === undefined ? null : (
            <Anchor key={words} component={Link} to="/administration/bulk/$runId" params={{ runId: id } as never}>
              {t(`bulk.links.${words}`)}
            </Anchor>
          ),
        )}
      </Stack>
    </Paper>
  );
}
