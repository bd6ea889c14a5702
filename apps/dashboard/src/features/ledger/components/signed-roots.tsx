import { Button, Code, Paper, Stack, Text, Title } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { newCommandId } from '../../../lib/commands';
import { formatNumber, formatTime } from '../../../lib/format';
import { askRoot, ledgerRootsQuery, type LedgerRoot, type LedgerRoots } from '../api/ledger';

const lookAgainMs = 1_000;
const shown = 10;

function waits(roots: LedgerRoots | undefined): boolean {
  return roots?.items.some((one) => one.madeAt === null && one.failure === null) === true;
}

/** What became of a root, in one sentence. */
function Says({ root }: { root: LedgerRoot }) {
  const { t, i18n } = useTranslation();
  const { madeAt, failure, entities, entries, toldAt } = root;
  if (failure !== null) {
    return (
      <Text fw={600} c="var(--mantine-color-error)">
        {t(`ledger.roots.failures.${failure.code}`, failure.values)}
      </Text>
    );
  }
  if (madeAt === null) return <Text fw={600}>{t('ledger.roots.waits')}</Text>;
  const number = (value: number | null): string => formatNumber(value ?? 0, i18n.language);
  return (
    <>
      <Text fw={600}>{t('ledger.roots.signed', { time: formatTime(madeAt, i18n.language) })}</Text>
      <Text size="sm">
        {t('ledger.roots.over', { entities: number(entities), entries: number(entries) })}{' '}
        {t(toldAt === null ? 'ledger.roots.notTold' : 'ledger.roots.told')}
      </Text>
    </>
  );
}

function Roots({ roots }: { roots: LedgerRoots }) {
  const { t } = useTranslation();
  if (roots.items.length === 0) return <EmptyState title={t('ledger.roots.none')} text={t('ledger.roots.noneText')} />;
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('ledger.roots.title')}>
      {roots.items.slice(0, shown).map((one) => (
        <Paper key={one.id} component="li" withBorder p="md" data-testid="ledger-root">
          <Says root={one} />
          {one.statement !== null && (
            <details>
              <summary>{t('ledger.roots.statement')}</summary>
              <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {`${one.statement}\nsignature: ${one.signature ?? ''}`}
              </Code>
            </details>
          )}
        </Paper>
      ))}
    </Stack>
  );
}

/** The nightly roots, the key that signs them, and a button for one more. */
export function SignedRoots() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const roots = useQuery({ ...ledgerRootsQuery, refetchInterval: ({ state }) => (waits(state.data) ? lookAgainMs : false) });
  // A key for one root: pressed again before an answer came, it is still one.
  const [key, setKey] = useState(newCommandId);
  const ask = useMutation({
    mutationFn: () => askRoot(key),
    onSuccess: async () => {
      setKey(newCommandId());
      await client.invalidateQueries({ queryKey: ledgerRootsQuery.queryKey });
    },
  });
  return (
    <Stack gap="md">
      <div>
        <Title order={2} size="h4">
          {t('ledger.roots.title')}
        </Title>
        <Text>{t('ledger.roots.text')}</Text>
      </div>
      <Button
        style={{ alignSelf: 'flex-start' }}
        variant="default"
        leftSection={<IconSignature size={16} aria-hidden />}
        loading={ask.isPending}
        disabled={waits(roots.data)}
        onClick={() => ask.mutate()}
      >
        {t('ledger.roots.sign')}
      </Button>
      {ask.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={ask.error} />
        </div>
      )}
      <Read query={roots}>
        {(data) => (
          <Stack gap="md">
            <Roots roots={data} />
            {data.keys.map(({ keyId, publicKey }) => (
              <details key={keyId}>
                <summary>{t('ledger.roots.key', { keyId })}</summary>
                <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {publicKey}
                </Code>
              </details>
            ))}
          </Stack>
        )}
      </Read>
    </Stack>
  );
}
