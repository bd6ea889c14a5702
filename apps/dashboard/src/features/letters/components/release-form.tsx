import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { release, type HeldLetter } from '../api/letters';

interface ReleaseProps {
  callId: string;
  /** Letters that go along. */
  letters: HeldLetter[];
  /** Letters that were taken out. */
  left: HeldLetter[];
  checking: boolean;
  onCheck: (checking: boolean) => void;
  onReleased: (count: number) => void;
}

function Named({ title, letters }: { title: string; letters: HeldLetter[] }) {
  const { t } = useTranslation();
  if (letters.length === 0) return null;
  return (
    <div className="notice" role="note">
      <Text fw={600}>{title}</Text>
      <ul>
        {letters.map((one) => (
          <li key={one.mailId}>
            {t('letters.of', { kind: t(`mailKinds.${one.notification}`), reference: one.reference ?? '', name: one.personName })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The check before letters leave: how many, which were read by nobody, which stay; then they are released together, once. */
export function ReleaseForm({ callId, letters, left, checking, onCheck, onReleased }: ReleaseProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newCommandId);
  const [missing, setMissing] = useState(false);
  const written = letters.flatMap(({ mailId, mark }) => (mark === null ? [] : [{ mailId, mark }]));
  const releasing = useMutation({
    mutationFn: () => release(callId, { letters: written, reason, key }),
    onSuccess: ({ released }) => onReleased(released),
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  if (!checking)
    return (
      <Button style={{ alignSelf: 'flex-start' }} disabled={written.length === 0} onClick={() => onCheck(true)} data-testid="letters-check">
        {t('letters.toCheck', { count: written.length })}
      </Button>
    );
  const submit = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() !== '' && !releasing.isPending) releasing.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Title order={3} tabIndex={-1} ref={(node) => node?.focus()}>
          {t('letters.checkTitle', { count: written.length })}
        </Title>
        <Text>{t('letters.checkText')}</Text>
        <Named title={t('letters.notRead')} letters={letters.filter((one) => one.mark !== null && one.readers.length === 0)} />
        <Named title={t('letters.notWritten')} letters={letters.filter((one) => one.mark === null)} />
        <Named title={t('letters.takenOut')} letters={left} />
        {releasing.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={releasing.error} />
          </div>
        )}
        <ReasonField
          label={t('mailLog.reason')}
          help={t('letters.reasonHelp')}
          error={missing && reason.trim() === '' ? t('mailLog.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <Group>
          <Button type="submit" loading={releasing.isPending}>
            {t('letters.release', { count: written.length })}
          </Button>
          <Button variant="default" onClick={() => onCheck(false)}>
            {t('letters.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
