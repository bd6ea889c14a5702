import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { actOnGate, type MailGate } from '../api/outbox';

interface FormProps {
  act: 'stop' | 'release';
  /** Which mail; an error's sentence when that is not clear yet. */
  gate: () => MailGate | string | Promise<MailGate | string>;
  submit: string;
  /** What stands above the reason. */
  children?: ReactNode;
  onDone: (answer: { changed: boolean; waiting: number }) => void;
  onCancel?: () => void;
}

/** Asks why, and then stops or releases mail, once whatever is clicked twice; what was typed stays when it is refused. */
export function GateActForm({ act, gate, submit, children, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const [unclear, setUnclear] = useState<string>();
  const acting = useMutation({
    mutationFn: async () => {
      const which = await gate();
      if (typeof which === 'string') {
        setUnclear(which);
        return undefined;
      }
      return actOnGate(act, { gate: which, reason: reason.trim(), key });
    },
    onSuccess: async (answer) => {
      if (answer === undefined) return;
      await queryClient.invalidateQueries({ queryKey: ['mail-gates'] });
      onDone(answer);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const send = (): void => {
    setTried(true);
    setUnclear(undefined);
    if (reason.trim() !== '' && !acting.isPending) acting.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        {children}
        {(acting.isError || unclear !== undefined) && (
          <div className="error-summary" role="alert">
            {unclear ?? <ProblemText error={acting.error} />}
          </div>
        )}
        <ReasonField
          label={t('mailStop.reason')}
          help={t('mailStop.reasonHelp')}
          error={tried && reason.trim() === '' ? t('mailStop.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
          first
        />
        <Group>
          <Button type="submit" {...(act === 'stop' ? { color: 'red.9' } : {})} loading={acting.isPending}>
            {submit}
          </Button>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t('mailStop.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
