import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { ProblemText } from '../../../components/problem-panel';
import { TwoZones } from '../../../components/two-zones';
import { newCommandId } from '../../../lib/commands';
import { decideRepair, repairsQuery, type Repair } from '../api/engine';
import { sentenceValues } from '../sentence-values';
import { About } from './about';

/** The second person says yes or no. */
function Decide({ repair }: { repair: Repair }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const deciding = useMutation({
    mutationFn: (verdict: 'confirm' | 'reject') => decideRepair(repair.id, verdict, newCommandId()),
    onSettled: () => queryClient.invalidateQueries({ queryKey: repairsQuery.queryKey }),
  });
  return (
    <Stack gap="xs">
      {deciding.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={deciding.error} />
        </div>
      )}
      <Group>
        <Button loading={deciding.isPending} onClick={() => deciding.mutate('confirm')}>
          {t('engine.repair.confirm')}
        </Button>
        <Button variant="default" disabled={deciding.isPending} onClick={() => deciding.mutate('reject')}>
          {t('engine.repair.reject')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How it ended, or where it stands. */
function Outcome({ repair: { state, resultCode, resultValues } }: { repair: Repair }) {
  const { t, i18n } = useTranslation();
  if (resultCode === null) return <Text role="status">{t(`engine.states.${state}`)}</Text>;
  const plain = sentenceValues(resultValues ?? {}, i18n.language, (code) => t(`engine.findingNames.${code}`));
  const { problem } = plain;
  const values =
    problem === undefined ? plain : { ...plain, problem: t(`engine.problems.${problem}`, { ...plain, defaultValue: problem }) };
  return (
    <Text data-testid="repair-result">{t(`engine.results.${resultCode}`, { ...values, defaultValue: t('engine.results.OTHER') })}</Text>
  );
}

/** What a proposal waits for: the reader's word, or another person's. */
function Waiting({ repair, me, mayRepair }: { repair: Repair; me: string; mayRepair: boolean }) {
  const { t } = useTranslation();
  if (repair.state !== 'proposed') return null;
  return mayRepair && repair.actorId !== me ? <Decide repair={repair} /> : <Text size="sm">{t('engine.repair.another')}</Text>;
}

function Line({ repair, me, mayRepair }: { repair: Repair; me: string; mayRepair: boolean }) {
  const { t } = useTranslation();
  const { actorName, secondName } = repair;
  return (
    <Paper component="li" withBorder p="md" data-testid="repair">
      <Stack gap={6}>
        <Text fw={600}>
          {t(`engine.acts.${repair.act}`)} · <About kind={repair.entityKind} id={repair.entityId} reference={repair.reference} />
        </Text>
        <Outcome repair={repair} />
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('engine.repair.because', { name: actorName ?? t('engine.onServer'), reason: repair.reason })}
        </Text>
        {secondName !== null && <Text size="sm">{t('engine.repair.decidedBy', { name: secondName })}</Text>}
        <TwoZones at={repair.endedAt ?? repair.openedAt} />
        <Waiting repair={repair} me={me} mayRepair={mayRepair} />
      </Stack>
    </Paper>
  );
}

interface ListProps {
  repairs: readonly Repair[];
  /** Id of the reader. */
  me: string;
  mayRepair: boolean;
}

/** The last repairs; what waits for a second person stands first. */
export function RepairList({ repairs, me, mayRepair }: ListProps) {
  const { t } = useTranslation();
  if (repairs.length === 0) return <EmptyState title={t('engine.repair.none')} />;
  const waiting = (one: Repair): number => (one.state === 'proposed' ? 0 : 1);
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {[...repairs]
        .sort((a, b) => waiting(a) - waiting(b))
        .map((repair) => (
          <Line key={repair.id} repair={repair} me={me} mayRepair={mayRepair} />
        ))}
    </Stack>
  );
}
