import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayRepeat, newCommandId } from '../lib/commands';
import { ProblemText } from './problem-panel';
import { ReasonField } from './reason-field';
import { TwoZones } from './two-zones';

/** What is done with a draft on its way to publication. */
export type PublishingAct = 'propose' | 'confirm' | 'reject' | 'discard';

/** A proposal that waits for a second person. */
export interface WaitingProposal {
  actorName: string | null;
  reason: string;
  openedAt: string;
  mine: boolean;
  /** Why the reader cannot confirm it, in words; nothing when he can. */
  whyNotConfirm: string | undefined;
}

interface SecondPersonProps {
  /** The proposal that waits; nothing while the draft is written. */
  waiting: WaitingProposal | undefined;
  mayEdit: boolean;
  /** Why it cannot be proposed, in words; nothing when it can. */
  whyNotPropose: string | undefined;
  act: (act: PublishingAct, how: { key: string; reason?: string }) => Promise<unknown>;
  /** Lists and pages that an act makes out of date. */
  reads: QueryKey;
  onDone: (act: PublishingAct) => void;
}

type Acts = Pick<SecondPersonProps, 'act' | 'reads' | 'onDone'>;

/** Runs an act once under its key. What is discarded is left before it would be read again. */
function useAct({ act, reads, onDone }: Acts) {
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newCommandId);
  return useMutation({
    mutationFn: ({ what, reason }: { what: PublishingAct; reason?: string }) => act(what, reason === undefined ? { key } : { key, reason }),
    onSuccess: async (_, { what }) => {
      setKey(newCommandId());
      if (what === 'discard') onDone(what);
      await queryClient.invalidateQueries({ queryKey: reads });
      if (what !== 'discard') onDone(what);
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
}

function Refusal({ error }: { error: unknown }) {
  return (
    <div className="error-summary" role="alert">
      <ProblemText error={error} />
    </div>
  );
}

function Decide({ waiting, ...acts }: Acts & { waiting: WaitingProposal }) {
  const { t } = useTranslation();
  const acting = useAct(acts);
  const { whyNotConfirm, mine, actorName, reason, openedAt } = waiting;
  return (
    <Stack gap="xs" data-testid="proposal">
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t('secondPerson.proposedBy', { name: actorName ?? t('secondPerson.onServer'), reason })}
      </Text>
      <TwoZones at={openedAt} />
      {acting.isError && <Refusal error={acting.error} />}
      {whyNotConfirm !== undefined && <Text>{whyNotConfirm}</Text>}
      <Group>
        {whyNotConfirm === undefined && (
          <Button loading={acting.isPending} onClick={() => acting.mutate({ what: 'confirm' })}>
            {t('secondPerson.confirm')}
          </Button>
        )}
        <Button variant="default" disabled={acting.isPending} onClick={() => acting.mutate({ what: 'reject' })}>
          {t(mine ? 'secondPerson.takeBack' : 'secondPerson.reject')}
        </Button>
      </Group>
    </Stack>
  );
}

function Propose({ whyNotPropose, ...acts }: Acts & Pick<SecondPersonProps, 'whyNotPropose'>) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const acting = useAct(acts);
  const possible = whyNotPropose === undefined;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (possible && reason.trim() !== '' && !acting.isPending) acting.mutate({ what: 'propose', reason: reason.trim() });
      }}
    >
      <Stack gap="sm" maw={680}>
        {acting.isError && <Refusal error={acting.error} />}
        {possible ? (
          <ReasonField
            label={t('secondPerson.reason')}
            help={t('secondPerson.reasonHelp')}
            error={tried && reason.trim() === '' ? t('secondPerson.reasonMissing') : undefined}
            value={reason}
            onChange={setReason}
          />
        ) : (
          <Text>{whyNotPropose}</Text>
        )}
        <Group>
          {possible && (
            <Button type="submit" loading={acting.isPending}>
              {t('secondPerson.propose')}
            </Button>
          )}
          <Button variant="default" disabled={acting.isPending} onClick={() => acting.mutate({ what: 'discard' })}>
            {t('secondPerson.discard')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The way of a draft to its publication: proposed with a reason, confirmed or sent back by a second person, or discarded. */
export function SecondPerson({ waiting, mayEdit, whyNotPropose, ...acts }: SecondPersonProps) {
  if (waiting !== undefined) return <Decide waiting={waiting} {...acts} />;
  return mayEdit ? <Propose whyNotPropose={whyNotPropose} {...acts} /> : null;
}
