import { Anchor, Stack, Text, Title } from '@mantine/core';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { LedgerChecks } from '../../features/ledger/components/ledger-checks';
import { SignedRoots } from '../../features/ledger/components/signed-roots';

function LedgerPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <PageTitle title={t('ledger.title')} />
      <Text>{t('ledger.text')}</Text>
      <LedgerChecks />
      <SignedRoots />
      <div>
        <Title order={2} size="h4">
          {t('ledger.offline')}
        </Title>
        <Text>{t('ledger.offlineText')}</Text>
        <Anchor href="/verify-ledger.mjs" download="verify-ledger.mjs">
          {t('ledger.verifier')}
        </Anchor>
      </div>
    </Stack>
  );
}

/** The proof that the ledger is what was written. */
export const route = createLazyRoute('/signed-in/administration/ledger')({ component: LedgerPage });
