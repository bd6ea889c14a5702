import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../lib/announce';
import { problemIn } from '../lib/problem';
import { useShortcut } from '../lib/shortcuts';

interface UndoToastProps {
  message: string;
  undo: () => Promise<unknown>;
  close: () => void;
}

type Progress = { is: 'offered' } | { is: 'undoing' } | { is: 'undone' } | { is: 'failed'; why: string };

const offeredForMs = 10_000;
const atLeastMs = 2_000;

/** Calls once the time is over; it stands still while not running. */
function useCountdown(ms: number, running: boolean, onEnd: () => void): void {
  const left = useRef(ms);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!running) return undefined;
    const startedAt = Date.now();
    const timer = setTimeout(() => end(), left.current);
    return () => {
      clearTimeout(timer);
      left.current = Math.max(atLeastMs, left.current - (Date.now() - startedAt));
    };
  }, [running]);
}

function useUndo(undo: UndoToastProps['undo']): [Progress, () => void] {
  const { t } = useTranslation();
  const [progress, setProgress] = useState<Progress>({ is: 'offered' });
  const take = async (): Promise<void> => {
    setProgress({ is: 'undoing' });
    try {
      await undo();
      setProgress({ is: 'undone' });
      announce(t('undo.done'));
    } catch (error) {
      const why = problemIn(error)?.document.title ?? t('trouble.unreachable.title');
      setProgress({ is: 'failed', why });
      announce(t('undo.failed', { why }));
    }
  };
  return [progress, () => void take()];
}

/** What was done, with a way back; afterwards what became of it. A failure stays until somebody closes it. */
export function UndoToast({ message, undo, close }: UndoToastProps) {
  const { t } = useTranslation();
  const [progress, take] = useUndo(undo);
  const [over, setOver] = useState(false);
  const [within, setWithin] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const open = progress.is === 'offered';
  useCountdown(offeredForMs, !over && !within && (open || progress.is === 'undone'), close);
  useShortcut('mod+z', 'undo.key', take, { enabled: open, group: 'everywhere' });
  const offer = useEffectEvent(() => announce(t('undo.offer', { message })));
  useEffect(() => offer(), []);
  // The button goes away with the offer: the keyboard stays where the answer appears.
  useEffect(() => {
    if (!open && within) said.current?.focus();
  }, [open, within]);
  return (
    <Group
      gap="xs"
      wrap="nowrap"
      justify="space-between"
      onMouseEnter={() => setOver(true)}
      onMouseLeave={() => setOver(false)}
      onFocus={() => setWithin(true)}
      onBlur={() => setWithin(false)}
    >
      <Text ref={said} tabIndex={-1} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {progress.is === 'undone' && t('undo.done')}
        {progress.is === 'failed' && t('undo.failed', { why: progress.why })}
        {(open || progress.is === 'undoing') && message}
      </Text>
      <Group gap={4} wrap="nowrap">
        {(open || progress.is === 'undoing') && (
          <Button size="xs" variant="default" loading={progress.is === 'undoing'} aria-keyshortcuts="Control+Z Meta+Z" onClick={take}>
            {t('undo.action')}
          </Button>
        )}
        <CloseButton aria-label={t('undo.close')} onClick={close} />
      </Group>
    </Group>
  );
}
