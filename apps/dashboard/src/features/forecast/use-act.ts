import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRepeat, newCommandId, sendCommand, type CommandAnswer } from '../../lib/commands';
import { offerUndo } from '../../lib/undo';
import type { Act } from './acts';

/** What somebody adds to an act: why, and where it asks for them the working days. */
export interface Given {
  reason: string;
  workingDays?: number;
}

/** Sends an act once: the same id again after a lost connection, a new one after a refusal; then offers to take it back. */
export function useAct(
  projectId: string,
  act: Act,
  onDone: () => void,
): { send: (given: Given) => void; sending: boolean; error: Error | null; forget: () => void } {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [commandId, setCommandId] = useState(newCommandId);
  const post = (command: string, body: object, id: string): Promise<CommandAnswer> =>
    sendCommand({ address: `/api/projects/${projectId}/commands/${command}`, body, commandId: id });
  const readAnew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['project', projectId] });
  const takeBack = async (interventionId: string): Promise<void> => {
    await post('undo-intervention', { interventionId, reason: t('forecast.atOnce') }, newCommandId());
    await readAnew();
  };
  const sending = useMutation({
    mutationFn: (given: Given) => post(act.command, { ...act.body, ...given }, commandId),
    onError: (error) => {
      if (!mayRepeat(error)) setCommandId(newCommandId());
    },
    onSuccess: async () => {
      onDone();
      if (act.words !== 'undo') offerUndo(t(`forecast.acts.${act.words}.done`, { about: act.about }), () => takeBack(commandId));
      setCommandId(newCommandId());
      await readAnew();
    },
  });
  return {
    send: (given) => {
      if (!sending.isPending) sending.mutate(given);
    },
    sending: sending.isPending,
    error: sending.error,
    forget: () => sending.reset(),
  };
}
