import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { registerKey, type Entry } from '../api/register';

/** What has become of a correction that was sent. */
export type Sent = 'proposed' | 'applied';

interface ReasonFormProps {
  help: string;
  /** Word on the button that sends. */
  action: string;
  /** What stands above the reason. */
  children?: ReactNode;
  /** The key names the correction: tried again it is the same one. */
  send: (reason: string, key: string) => Promise<Entry>;
  onSent: (sent: Sent) => void;
  onClose?: () => void;
}

/** The reason of a correction, and sending it; what is small applies at once, the rest goes to a second person. */
export function ReasonForm({ help, action, children, send, onSent, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const sending = useMutation({
    mutationFn: () => send(reason.trim(), key),
    onSuccess: async ({ waiting }) => {
      onSent(waiting === null ? 'applied' : 'proposed');
      await queryClient.invalidateQueries({ queryKey: registerKey });
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== '' && !sending.isPending) sending.mutate();
      }}
    >
      <Stack gap="sm" maw={680}>
        {sending.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={sending.error} />
          </div>
        )}
        {children}
        <ReasonField
          label={t('register.reason')}
          help={help}
          error={tried && reason.trim() === '' ? t('register.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <Group>
          <Button type="submit" loading={sending.isPending}>
            {action}
          </Button>
          {onClose !== undefined && (
            <Button variant="default" disabled={sending.isPending} onClick={onClose}>
              {t('register.close')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
