import { Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../components/problem-panel';
import { heldLettersQuery, type HeldLetters as Held } from '../api/letters';
import { LetterReader } from './letter-reader';
import { LetterTable } from './letter-table';
import { ReleaseForm } from './release-form';

type Step = 'read' | 'check';

function Letters({ callId, held }: { callId: string; held: Held }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>('read');
  const [open, setOpen] = useState<string>();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [released, setReleased] = useState<number>();
  const { items } = held;
  const refresh = (): void => void queryClient.invalidateQueries({ queryKey: ['letters', callId] });
  const toggle = (mailId: string): void => {
    const next = new Set(out);
    if (!next.delete(mailId)) next.add(mailId);
    setOut(next);
  };
  const letter = items.find((one) => one.mailId === open);
  const next = items[items.findIndex((one) => one.mailId === open) + 1];
  return (
    <Stack gap="md">
      {released !== undefined && (
        <div className="confirmation" role="status">
          <Title order={3} tabIndex={-1} ref={(node) => node?.focus()}>
            {t('letters.released', { count: released })}
          </Title>
          <Text>{t('letters.releasedNext')}</Text>
        </div>
      )}
      {items.length > 0 && step === 'read' && (
        <>
          <Text>{t('letters.lead', { count: items.length })}</Text>
          <LetterTable letters={items} out={out} mayChoose={held.mayRelease} onToggle={toggle} onOpen={setOpen} open={open} />
          {letter !== undefined && (
            <LetterReader
              key={`${letter.mailId}/${letter.mark}`}
              callId={callId}
              letter={letter}
              onRead={refresh}
              onNext={next && (() => setOpen(next.mailId))}
            />
          )}
        </>
      )}
      {items.length > 0 && held.mayRelease && (
        <ReleaseForm
          callId={callId}
          letters={items.filter((one) => !out.has(one.mailId))}
          left={items.filter((one) => out.has(one.mailId))}
          checking={step === 'check'}
          onCheck={(checking) => setStep(checking ? 'check' : 'read')}
          onReleased={(count) => {
            setReleased(count);
            setStep('read');
            refresh();
          }}
        />
      )}
      {items.length > 0 && !held.mayRelease && <Text size="sm">{t('letters.headReleases')}</Text>}
    </Stack>
  );
}

/**
 * Formal letters of a call's projects that wait: each can be read as it would leave now, and the head of the Secretariat releases them together.
 * Nothing is shown while none waits.
 */
export function HeldLetters({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const held = useQuery(heldLettersQuery(callId));
  const [seen, setSeen] = useState(false);
  if (held.isPending) return null;
  if (held.isError) return <ProblemPanel error={held.error} onRetry={() => void held.refetch()} />;
  if (held.data.items.length > 0 && !seen) setSeen(true);
  if (!seen && held.data.items.length === 0) return null;
  return (
    <section aria-labelledby="held-letters">
      <Title order={2} id="held-letters" mb="sm">
        {t('letters.title')}
      </Title>
      <Letters callId={callId} held={held.data} />
    </section>
  );
}
