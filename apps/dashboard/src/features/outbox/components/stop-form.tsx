import { Button, Radio, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../lib/format';
import { countries } from '../../../lib/stages';
import { projectByNumber, type MailGate } from '../api/outbox';
import { GateActForm } from './gate-act-form';

type Scope = MailGate['scope'];

interface WhichProps {
  scope: Scope;
  value: string;
  onChange: (value: string) => void;
}

function Which({ scope, value, onChange }: WhichProps) {
  const { t, i18n } = useTranslation();
  const named = (of: string): { value: string; label: string }[] =>
    Object.entries(t(of, { returnObjects: true }) as Record<string, string>).map(([rule, label]) => ({ value: rule, label }));
  if (scope === 'everything') return null;
  if (scope === 'project')
    return (
      <TextInput
        label={t('outbox.projectNumber')}
        description={t('outbox.projectNumberHelp')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const data =
    scope === 'country'
      ? countries.map((code) => ({ value: code, label: countryName(code, i18n.language) }))
      : [
          { group: t('outbox.ladders'), items: named('ladders') },
          {
            group: t('outbox.kinds'),
            items: named('mailKinds').filter(({ value: kind }) => !['digest', 'reminder', 'escalation'].includes(kind)),
          },
        ];
  return (
    <Select
      label={t(`outbox.which.${scope}`)}
      searchable={scope === 'rule'}
      data={data}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      nothingFoundMessage={t('form.nothingFound')}
    />
  );
}

/** Stops mail: first of what, then why. Nothing is stopped before it is confirmed. */
export function StopForm({ mayStopEverything }: { mayStopEverything: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [scope, setScope] = useState<Scope>('rule');
  const [value, setValue] = useState('');
  const [stopped, setStopped] = useState<number>();
  if (!open)
    return (
      <Stack gap="sm" align="flex-start">
        {stopped !== undefined && (
          <div className="confirmation" role="status">
            <Text>{t('mailStop.stopped', { count: stopped })}</Text>
          </div>
        )}
        <Button color="red.9" leftSection={<IconHandStop size={18} aria-hidden />} onClick={() => setOpen(true)} data-testid="stop-mail">
          {t('outbox.stop')}
        </Button>
        {mayStopEverything && <Text size="sm">{t('outbox.keyHint')}</Text>}
      </Stack>
    );
  const gate = async (): Promise<MailGate | string> => {
    if (scope === 'everything') return { scope, key: '*' };
    if (value.trim() === '') return t(`outbox.missing.${scope}`);
    if (scope !== 'project') return { scope, key: value };
    const id = await projectByNumber(value.trim());
    return id === undefined ? t('outbox.noSuchProject', { reference: value.trim() }) : { scope, key: id };
  };
  const scopes: Scope[] = mayStopEverything ? ['rule', 'country', 'project', 'everything'] : ['rule', 'country', 'project'];
  return (
    <section aria-labelledby="stop-title">
      <Title order={2} id="stop-title" mb="sm" tabIndex={-1}>
        {t('outbox.stop')}
      </Title>
      <GateActForm
        act="stop"
        gate={gate}
        submit={t('outbox.stopNow')}
        onCancel={() => setOpen(false)}
        onDone={({ waiting }) => {
          setStopped(waiting);
          setValue('');
          setOpen(false);
        }}
      >
        <Radio.Group
          label={t('outbox.what')}
          value={scope}
          onChange={(chosen) => {
            setScope(chosen);
            setValue('');
          }}
        >
          <Stack gap="xs" mt="xs">
            {scopes.map((one) => (
              <Radio key={one} value={one} label={t(`outbox.scopes.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Which scope={scope} value={value} onChange={setValue} />
      </GateActForm>
    </section>
  );
}
