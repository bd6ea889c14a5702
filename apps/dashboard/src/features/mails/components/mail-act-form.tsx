import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { postOnce } from '../../../lib/post-once';
import { problemIn } from '../../../lib/problem';
import type { Mail } from '../api/mails';

/** Something an officer does with a mail. */
export type MailAct = 'send-again' | 'decide-send-again' | 'decide-delivered' | 'correct-address' | 'skip' | 'send-now';

interface Filled {
  reason: string;
  address: string;
}

function requestOf(act: MailAct, { reason, address }: Filled): { path: string; body: object } {
  switch (act) {
    case 'decide-delivered':
      return { path: 'decide', body: { decision: 'delivered', reason } };
    case 'decide-send-again':
      return { path: 'decide', body: { decision: 'send-again', reason } };
    case 'correct-address':
      return { path: 'correct-address', body: { address: address.trim(), reason } };
    case 'send-again':
    case 'send-now':
    case 'skip':
      return { path: act, body: { reason } };
  }
}

interface FieldsProps {
  mail: Mail;
  act: MailAct;
  filled: Filled;
  errors: Partial<Record<keyof Filled, string>>;
  onChange: (filled: Filled) => void;
}

function Fields({ mail, act, filled, errors, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {act === 'correct-address' && (
        <TextInput
          type="email"
          label={t('mailLog.address')}
          description={t('mailLog.addressHelp', { address: mail.delivery?.address ?? '–' })}
          error={errors.address}
          value={filled.address}
          onChange={(event) => onChange({ ...filled, address: event.currentTarget.value })}
        />
      )}
      <ReasonField
        label={t('mailLog.reason')}
        help={t('mailLog.reasonHelp')}
        error={errors.reason}
        value={filled.reason}
        onChange={(reason) => onChange({ ...filled, reason })}
      />
    </>
  );
}

function Done({ act, onClose }: { act: MailAct; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="confirmation" role="status">
      <Title order={3} tabIndex={-1} ref={(node) => node?.focus()}>
        {t(`mailLog.acts.${act}.done`)}
      </Title>
      <Button variant="default" mt="sm" onClick={onClose}>
        {t('mailLog.close')}
      </Button>
    </div>
  );
}

interface ActFormProps {
  mail: Mail;
  act: MailAct;
  onClose: () => void;
  onDone: () => void;
}

/** Asks for the reason of an act and does it once: the same key again after a lost connection, a new one after a refusal. */
export function MailActForm({ mail, act, onClose, onDone }: ActFormProps) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<Filled>({ reason: '', address: '' });
  const [key, setKey] = useState(newCommandId);
  const [missing, setMissing] = useState<FieldsProps['errors']>({});
  const doing = useMutation({
    mutationFn: () => {
      const { path, body } = requestOf(act, filled);
      return postOnce({ address: `/api/mails/${mail.id}/${path}`, body, key });
    },
    onSuccess: onDone,
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  if (doing.isSuccess) return <Done act={act} onClose={onClose} />;
  const submit = (): void => {
    const open = {
      ...(filled.reason.trim() === '' ? { reason: t('mailLog.reasonMissing') } : {}),
      ...(act === 'correct-address' && filled.address.trim() === '' ? { address: t('mailLog.addressMissing') } : {}),
    };
    setMissing(open);
    if (Object.keys(open).length === 0 && !doing.isPending) doing.mutate();
  };
  return (
    <form
      noValidate
      style={{ width: '100%', maxWidth: 640 }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Title order={3}>{t(`mailLog.acts.${act}.title`)}</Title>
        <Text>{t(`mailLog.acts.${act}.lead`, { name: mail.personName })}</Text>
        {doing.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={doing.error} />
          </div>
        )}
        <Fields
          mail={mail}
          act={act}
          filled={filled}
          errors={{ ...problemIn(doing.error)?.fieldErrors, ...missing }}
          onChange={setFilled}
        />
        <Group>
          <Button type="submit" loading={doing.isPending}>
            {t(`mailLog.acts.${act}.action`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('mailLog.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
