import { Button, Paper, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { useShortcut } from '../../../lib/shortcuts';
import { mayRepeat, newCommandId, sendCommand } from '../../../lib/commands';

/** Opens a draft under the call and leads to its form. */
export function StartApplication({ callId, onStarted }: { callId: string; onStarted: (projectId: string) => void }) {
  const { t } = useTranslation();
  const [commandId, setCommandId] = useState(newCommandId);
  const starting = useMutation({
    mutationFn: () => sendCommand({ address: '/api/projects', body: { callId }, commandId }),
    onSuccess: (answer) => onStarted(answer.entity.id),
    onError: (error) => (mayRepeat(error) ? undefined : setCommandId(newCommandId())),
  });
  useShortcut('c', 'calls.start', () => starting.mutate(), { enabled: !starting.isPending });
  return (
    <Paper withBorder p="md">
      <Text mb="sm">{t('calls.startText')}</Text>
      {starting.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={starting.error} />
        </div>
      )}
      <Button id="start-application" loading={starting.isPending} onClick={() => starting.mutate()}>
        {t('calls.start')}
      </Button>
    </Paper>
  );
}
