import { Button, Paper, Select, Stack, Text } from '@mantine/core';
import { IconMasksTheater } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { newCommandId } from '../../../lib/commands';
import { openRehearsal, sourcesQuery, triablePoliciesQuery, type Rehearsal } from '../api/rehearsals';

interface OpenProps {
  /** A project or call that the address names, as `kind/id`. */
  source: string | undefined;
  onOpened: (room: Rehearsal) => void;
}

interface Option {
  value: string;
  label: string;
}

/** What can be copied, by what was typed. */
function useSources(typed: string): { group: string; items: Option[] }[] {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(sourcesQuery(useDeferredValue(typed)));
  const title = ({ titleZh, titleEn }: { titleZh: string | null; titleEn: string | null }): string =>
    (i18n.language === 'zh-CN' ? (titleZh ?? titleEn) : (titleEn ?? titleZh)) ?? t('list.untitled');
  const projects = (data?.projects ?? []).map((one) => ({
    value: `project/${one.id}`,
    label: [one.reference, title(one)].filter(Boolean).join(' · '),
  }));
  const calls = (data?.calls ?? [])
    .filter((one) => !one.closed)
    .map((one) => ({ value: `call/${one.id}`, label: t('rehearsal.wholeCall', { code: one.code }) }));
  return [
    { group: t('rehearsal.calls'), items: calls },
    { group: t('rehearsal.projects'), items: projects },
  ].filter(({ items }) => items.length > 0);
}

function usePolicies(): Option[] {
  const { t } = useTranslation();
  const { data } = useQuery(triablePoliciesQuery);
  return (data?.items ?? []).map(({ version, name, state }) => ({
    value: String(version),
    label: t(`rehearsal.policyIs.${state}`, { version, name }),
  }));
}

/** Chooses what is copied, by which policy, and why. */
export function OpenRehearsal({ source: named, onOpened }: OpenProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [source, setSource] = useState<string | null>(named ?? null);
  const [policy, setPolicy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState(newCommandId);
  const sources = useSources(typed);
  const policies = usePolicies();
  const open = useMutation({
    mutationFn: () => {
      const [kind = '', id = ''] = (source ?? '').split('/');
      return openRehearsal(key, {
        source: { kind, id },
        ...(policy === null ? {} : { policyVersion: Number(policy) }),
        reason: reason.trim(),
      });
    },
    onSuccess: onOpened,
    onSettled: () => setKey(newCommandId()),
  });
  const isReady = source !== null && reason.trim() !== '';
  return (
    <Paper withBorder p="md" maw={760}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isReady) open.mutate();
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('rehearsal.source')}
            description={t('rehearsal.sourceHelp')}
            searchable
            data={sources}
            value={source}
            onChange={setSource}
            onSearchChange={setTyped}
            filter={({ options }) => options}
            nothingFoundMessage={t('rehearsal.noSource')}
            error={tried && source === null ? t('rehearsal.sourceMissing') : undefined}
          />
          <Select
            label={t('rehearsal.policy')}
            description={t('rehearsal.policyHelp')}
            placeholder={t('rehearsal.ownPolicy')}
            clearable
            data={policies}
            value={policy}
            onChange={setPolicy}
          />
          <ReasonField
            label={t('rehearsal.reason')}
            help={t('rehearsal.reasonHelp')}
            error={tried && reason.trim() === '' ? t('rehearsal.reasonMissing') : undefined}
            value={reason}
            onChange={setReason}
          />
          {open.isError && (
            <div className="error-summary" role="alert">
              <ProblemText error={open.error} />
            </div>
          )}
          <Text size="sm" c="dimmed">
            {t('rehearsal.safe')}
          </Text>
          <Button
            type="submit"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconMasksTheater size={16} aria-hidden />}
            loading={open.isPending}
          >
            {t('rehearsal.open')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
