import { Button, Radio, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { askRepair, repairsQuery, type Inspection, type Repair, type RepairAct } from '../api/engine';

/** What a reset would touch: nothing that was decided or sent. */
function Radius({ reset }: Pick<Inspection, 'reset'>) {
  const { t } = useTranslation();
  if (reset === null) return null;
  return (
    <div className="notice" role="note" data-testid="radius">
      <Text fw={600}>{t('engine.repair.radius.title')}</Text>
      <ul>
        <li>{t('engine.repair.radius.decisions', { count: reset.decisions })}</li>
        <li>{t('engine.repair.radius.mails', { count: reset.mailsSent })}</li>
        <li>{t('engine.repair.radius.tasks')}</li>
        <li>{t('engine.repair.radius.heard', { count: reset.heardAgain })}</li>
      </ul>
      <Text size="sm">{t('engine.repair.radius.technical', { eventId: reset.eventId, count: reset.eventsLost })}</Text>
    </div>
  );
}

/** Acts that make sense as things stand; the others say why not. */
function Choices({ seen, act, onChange }: { seen: Inspection; act: RepairAct | null; onChange: (act: RepairAct) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t('engine.repair.what')} value={act} onChange={(value) => onChange(value)}>
      <Stack gap="xs" mt={6}>
        {seen.acts.map(({ act: one, needsSecond, whyNot }) => (
          <Radio
            key={one}
            value={one}
            disabled={whyNot !== null || (one === 'reset' && seen.reset === null)}
            label={t(`engine.acts.${one}`)}
            description={[
              t(`engine.actTexts.${one}`),
              needsSecond ? t('engine.repair.second') : undefined,
              whyNot === null ? undefined : t(`engine.whyNot.${whyNot}`),
            ]
              .filter(Boolean)
              .join(' ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Answer({ repair }: { repair: Repair | undefined }) {
  const { t } = useTranslation();
  if (repair === undefined) return null;
  return <Text role="status">{t(repair.state === 'proposed' ? 'engine.repair.proposed' : 'engine.repair.begun')}</Text>;
}

interface FormProps {
  seen: Inspection;
  onAsked: () => void;
}

/** What is to be done, and why. */
export function RepairForm({ seen, onAsked }: FormProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [act, setAct] = useState<RepairAct | null>(null);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newCommandId);
  const [checked, setChecked] = useState(false);
  const { entityKind, entityId, reset } = seen;
  const asking = useMutation<Repair, unknown, RepairAct>({
    mutationFn: (chosen) => {
      const radius = chosen === 'reset' && reset !== null ? { reset: { runId: reset.runId, eventId: reset.eventId } } : {};
      return askRepair({ act: chosen, entityKind, entityId, reason, ...radius }, key);
    },
    onSuccess: () => {
      setKey(newCommandId());
      setReason('');
      setChecked(false);
      void queryClient.invalidateQueries({ queryKey: repairsQuery.queryKey });
      onAsked();
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const needsSecond = seen.acts.find((one) => one.act === act)?.needsSecond === true;
  const submit = (): void => {
    setChecked(true);
    if (act !== null && reason.trim() !== '' && !asking.isPending) asking.mutate(act);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md" maw={760}>
        <Choices seen={seen} act={act} onChange={setAct} />
        {checked && act === null && <Text role="alert">{t('engine.repair.chooseOne')}</Text>}
        {act === 'reset' && <Radius reset={reset} />}
        <ReasonField
          label={t('engine.repair.reason')}
          help={t('engine.repair.reasonHelp')}
          error={checked && reason.trim() === '' ? t('engine.repair.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        {asking.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={asking.error} />
          </div>
        )}
        <Answer repair={asking.data} />
        <div>
          <Button type="submit" loading={asking.isPending}>
            {t(needsSecond ? 'engine.repair.propose' : 'engine.repair.do')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
