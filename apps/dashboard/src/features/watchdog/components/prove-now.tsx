import { Button } from '@mantine/core';
import { IconEyeSearch } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { newCommandId } from '../../../lib/commands';
import { askProof, watchdogQuery } from '../api/watchdog';

/** Asks for a proof now; one at a time. */
export function ProveNow({ runs }: { runs: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  // A key for one proof: pressed again before an answer came, it is still one.
  const [key, setKey] = useState(newCommandId);
  const ask = useMutation({
    mutationFn: () => askProof(key),
    onSuccess: async () => {
      setKey(newCommandId());
      await client.invalidateQueries({ queryKey: watchdogQuery.queryKey });
    },
  });
  return (
    <>
      <Button
        style={{ alignSelf: 'flex-start' }}
        leftSection={<IconEyeSearch size={16} aria-hidden />}
        loading={ask.isPending}
        disabled={runs}
        onClick={() => ask.mutate()}
      >
        {t('watchdog.prove')}
      </Button>
      {ask.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={ask.error} />
        </div>
      )}
    </>
  );
}
