import { Button, Group, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import type { Act } from '../acts';
import { useAct } from '../use-act';

const mostDays = 5;
const mostLetters = 2_000;

/** Asks why, says what will happen, and does it once. What was typed stays after a refusal or a lost connection. */
export function ActDialog({ projectId, act, close }: { projectId: string; act: Act; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState<number | string>(1);
  const [missing, setMissing] = useState(false);
  const { send, sending, error } = useAct(projectId, act, close);
  const words = `forecast.acts.${act.words}`;
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    const text = reason.trim();
    setMissing(text === '');
    if (text !== '') send({ reason: text, ...(act.asksDays ? { workingDays: Number(days) } : {}) });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={`${t(`${words}.button`)}: ${act.about}`}
      closeButtonProps={{ 'aria-label': t('forecast.close') }}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t(`${words}.means`)}</Text>
          {error !== null && (
            <div className="error-summary" role="alert">
              <ProblemText error={error} />
            </div>
          )}
          {act.asksDays && (
            <NumberInput
              label={t('forecast.days')}
              description={t('forecast.daysHelp')}
              value={days}
              onChange={setDays}
              min={1}
              max={mostDays}
              clampBehavior="strict"
              allowDecimal={false}
            />
          )}
          <Textarea
            data-autofocus
            label={t('forecast.reason')}
            description={t('forecast.reasonHelp')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={missing ? t('forecast.reasonMissing') : undefined}
            maxLength={mostLetters}
            autosize
            minRows={2}
            required
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close}>
              {t('forecast.cancel')}
            </Button>
            <Button type="submit" loading={sending}>
              {t(`${words}.button`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
