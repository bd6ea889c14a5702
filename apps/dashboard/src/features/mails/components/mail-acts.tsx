import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WhyRefused } from '../../../components/why-refused';
import type { Mail } from '../api/mails';
import { MailActForm, type MailAct } from './mail-act-form';

function actsOf({ may }: Mail): MailAct[] {
  if (may === null) return [];
  return [
    ...(may.decide ? (['decide-delivered', 'decide-send-again'] as const) : []),
    ...(may.sendNow ? (['send-now'] as const) : []),
    ...(may.skip ? (['skip'] as const) : []),
    ...(may.correctAddress ? (['correct-address'] as const) : []),
    ...(may.sendAgain.possible ? (['send-again'] as const) : []),
  ];
}

/** What an officer may do with a mail; each act asks for a reason first. What is not possible says why. */
export function MailActs({ mail, onDone }: { mail: Mail; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<MailAct>();
  if (mail.may === null) return null;
  const acts = actsOf(mail);
  const { sentence, because } = mail.may.sendAgain;
  return (
    <section aria-labelledby="mail-acts">
      <Title order={2} id="mail-acts" mb="sm">
        {t('mailLog.actsTitle')}
      </Title>
      <Stack gap="md" align="flex-start">
        {open === undefined && (
          <Group gap="sm">
            {acts.map((act) => (
              <Button key={act} variant="light" onClick={() => setOpen(act)}>
                {t(`mailLog.acts.${act}.title`)}
              </Button>
            ))}
          </Group>
        )}
        {open !== undefined && <MailActForm key={open} mail={mail} act={open} onClose={() => setOpen(undefined)} onDone={onDone} />}
        {sentence !== null && (
          <div>
            <Text size="sm" c="dimmed">
              {t('mailLog.notAgain', { sentence })}
            </Text>
            {because !== undefined && <WhyRefused because={because} />}
          </div>
        )}
      </Stack>
    </section>
  );
}
