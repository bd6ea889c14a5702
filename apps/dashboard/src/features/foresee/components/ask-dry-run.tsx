import { Button, Group, NumberInput, Paper, Stack, Text } from '@mantine/core';
import { IconEyeSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { newCommandId } from '../../../lib/commands';
import { askDryRun, type DryRun } from '../api/dry-runs';

interface AskProps {
  /** Version named by the address, or the draft of a calendar. */
  policyVersion: string | undefined;
  calendarDraft: string | undefined;
  onAsked: (run: DryRun) => void;
}

const usualMost = 10;

/** Asks for a dry run: of a policy version, or of the draft of a calendar that the address names. */
export function AskDryRun({ policyVersion, calendarDraft, onAsked }: AskProps) {
  const { t } = useTranslation();
  const [version, setVersion] = useState<number | string>(Number(policyVersion ?? '') || '');
  const [most, setMost] = useState<number | string>(usualMost);
  const [key, setKey] = useState(newCommandId);
  const ask = useMutation({
    mutationFn: () => {
      const subject = calendarDraft === undefined ? { policyVersion: Number(version) } : { calendarDraft };
      return askDryRun(key, { ...subject, mostPerDay: Number(most) || usualMost });
    },
    onSuccess: onAsked,
    // What is asked otherwise is another dry run.
    onSettled: () => setKey(newCommandId()),
  });
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group align="flex-end">
          {calendarDraft === undefined ? (
            <NumberInput label={t('dryRun.version')} description={t('dryRun.versionHelp')} min={1} value={version} onChange={setVersion} />
          ) : (
            <Text>{t('dryRun.ofCalendar')}</Text>
          )}
          <NumberInput label={t('dryRun.most')} description={t('dryRun.mostHelp')} min={1} max={1000} value={most} onChange={setMost} />
          <Button
            leftSection={<IconEyeSearch size={16} aria-hidden />}
            loading={ask.isPending}
            disabled={calendarDraft === undefined && version === ''}
            onClick={() => ask.mutate()}
          >
            {t('dryRun.ask')}
          </Button>
        </Group>
        {ask.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={ask.error} />
          </div>
        )}
      </Stack>
    </Paper>
  );
}
