import { Button, Stack, Text } from '@mantine/core';
import { IconShieldSearch } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { newCommandId } from '../../../lib/commands';
import { askCheck, ledgerChecksQuery } from '../api/ledger';
import { CheckResult } from './check-result';

const lookAgainMs = 1_000;

/** The last check with its result, and a button for the next: of the whole ledger, or of one project against the engine's own histories. */
export function LedgerChecks({ project }: { project?: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const reading = ledgerChecksQuery(project);
  const checks = useQuery({
    ...reading,
    refetchInterval: ({ state }) => (state.data?.items[0]?.endedAt === null ? lookAgainMs : false),
  });
  // A key for one check: pressed again before an answer came, it is still one.
  const [key, setKey] = useState(newCommandId);
  const ask = useMutation({
    mutationFn: () => askCheck(key, project),
    onSuccess: async () => {
      setKey(newCommandId());
      await client.invalidateQueries({ queryKey: reading.queryKey });
    },
  });
  return (
    <Stack gap="md">
      <Button
        style={{ alignSelf: 'flex-start' }}
        variant={project === undefined ? 'filled' : 'default'}
        leftSection={<IconShieldSearch size={16} aria-hidden />}
        loading={ask.isPending}
        disabled={checks.data?.items[0]?.endedAt === null}
        onClick={() => ask.mutate()}
      >
        {t(project === undefined ? 'ledger.check' : 'ledger.checkProject')}
      </Button>
      {ask.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={ask.error} />
        </div>
      )}
      <Read query={checks}>
        {({ items: [last] }) =>
          last === undefined ? (
            <Text>{t(project === undefined ? 'ledger.never' : 'ledger.neverProject')}</Text>
          ) : (
            <CheckResult check={last} />
          )
        }
      </Read>
    </Stack>
  );
}
