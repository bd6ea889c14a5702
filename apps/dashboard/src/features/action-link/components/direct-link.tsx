import { Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../components/page-title';
import { ProblemText } from '../../../components/problem-panel';
import { commandNameOf, newCommandId, sendCommand } from '../../../lib/commands';
import type { ActionLink } from '../api/action-link';

/** A link that may act by itself: one button, nothing happens before it is pressed. */
export function DirectLink({ link, token }: { link: ActionLink; token: string }) {
  const { t } = useTranslation();
  const words = `forms.${link.entity.kind}.${commandNameOf(link.command)}`;
  // One id for every try: a click whose answer was lost is answered again, not done twice.
  const [commandId] = useState(newCommandId);
  const acting = useMutation({
    mutationFn: () => sendCommand({ address: `/api/action-links/${token}`, body: {}, commandId }),
  });
  if (acting.isSuccess)
    return (
      <div className="confirmation" role="status">
        <Title order={1} tabIndex={-1} ref={(node) => node?.focus()}>
          {t('link.done')}
        </Title>
        <Text mt="xs">{t(`${words}.done`)}</Text>
        <Text>{t('link.doneText')}</Text>
        {acting.data.rev !== undefined && (
          <Text fw={600} data-testid="receipt">
            {t('safety.receipt', { receipt: [link.reference, acting.data.rev].filter((one) => one !== null).join(' / ') })}
          </Text>
        )}
        <Text size="sm">{t('safety.contact')}</Text>
      </div>
    );
  return (
    <Stack gap="md" maw={560} align="flex-start">
      <PageTitle title={t(`${words}.title`)} />
      {link.reference !== null && <Text fw={600}>{t('link.about', { reference: link.reference })}</Text>}
      <Text>{t(`${words}.lead`)}</Text>
      <Text size="sm" c="dimmed">
        {t('link.scanner')}
      </Text>
      {acting.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={acting.error} />
        </div>
      )}
      <Button loading={acting.isPending} onClick={() => acting.mutate()}>
        {t(`${words}.action`)}
      </Button>
    </Stack>
  );
}
