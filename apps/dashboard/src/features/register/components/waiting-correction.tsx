import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { TwoZones } from '../../../components/two-zones';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { decideCorrection, previewCorrection, registerKey, type Changes, type Correction, type Entry } from '../api/register';
import { Reach } from './reach';

interface WaitingProps {
  entry: Entry;
  correction: Correction;
  onDone: (act: 'confirm' | 'reject') => void;
}

/** A correction that waits for a second person: who asked, why, how far it reaches by now, and his word. */
export function WaitingCorrection({ entry, correction, onDone }: WaitingProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newCommandId);
  const changes = Object.fromEntries(correction.changes.map(({ field, to }) => [field, to])) as Changes;
  const preview = useQuery({ queryKey: [...registerKey, 'reach', correction.id], queryFn: () => previewCorrection(entry, changes) });
  const acting = useMutation({
    mutationFn: (act: 'confirm' | 'reject') => decideCorrection(correction.id, act, key),
    onSuccess: async (_, act) => {
      onDone(act);
      await queryClient.invalidateQueries({ queryKey: registerKey });
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  return (
    <section aria-labelledby="waiting-title" data-testid="waiting-correction">
      <Title order={2} id="waiting-title" mb="xs">
        {t('register.waitingTitle')}
      </Title>
      <Stack gap="sm">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t('register.proposedBy', { name: correction.actorName ?? '', reason: correction.reason })}
        </Text>
        <TwoZones at={correction.openedAt} />
        <Read query={preview}>{(shown) => <Reach preview={shown} />}</Read>
        {acting.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={acting.error} />
          </div>
        )}
        {correction.whyNotConfirm !== null && <Text>{t(`register.whyNot.${correction.whyNotConfirm}`)}</Text>}
        <Group>
          {correction.whyNotConfirm === null && (
            <Button loading={acting.isPending} onClick={() => acting.mutate('confirm')}>
              {t('register.confirm')}
            </Button>
          )}
          <Button variant="default" disabled={acting.isPending} onClick={() => acting.mutate('reject')}>
            {t(correction.mine ? 'register.takeBack' : 'register.reject')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
