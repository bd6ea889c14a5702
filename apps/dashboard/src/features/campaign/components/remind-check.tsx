import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { ReasonField } from '../../../components/reason-field';
import { newCommandId } from '../../../lib/commands';
import { countryName } from '../../../lib/format';
import { remindCheckQuery, type RemindChecked } from '../api/campaign';
import { keepRun, type Run } from '../run-store';

interface CheckProps {
  year: string;
  projectIds: string[];
  onStart: (run: Run) => void;
  onBack: () => void;
}

type Item = RemindChecked['items'][number];

function Lines({ title, items }: { title: string; items: Item[] }) {
  const { t, i18n } = useTranslation();
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <Title order={3} size="h4" mb="xs">
        {title} ({items.length})
      </Title>
      <ul className="plain-list">
        {items.map((item) => (
          <li key={item.projectId}>
            <Text fw={600}>{item.reference ?? t('list.untitled')}</Text>
            <Text size="sm">
              {item.sentence ??
                t('campaign.goesTo', {
                  names: item.readers.map((one) => `${one.name} (${countryName(one.country, i18n.language)})`).join(t('why.comma')),
                })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The check before people are reminded: whom each mail goes to, which projects are refused and why; then a reason, and one command a project. */
export function RemindCheck({ year, projectIds, onStart, onBack }: CheckProps) {
  const { t } = useTranslation();
  const checked = useQuery(remindCheckQuery(year, projectIds));
  const [id] = useState(newCommandId);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  if (checked.isPending) return <Loading />;
  if (checked.isError) return <ProblemPanel error={checked.error} onRetry={() => void checked.refetch()} />;
  const possible = checked.data.items.filter((one) => one.possible);
  const submit = (): void => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '' || possible.length === 0) return;
    const run = { id, year, projects: possible.map((one) => ({ id: one.projectId, reference: one.reference })), reason };
    keepRun(run);
    onStart(run);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="lg">
        <Title order={2} tabIndex={-1} ref={(node) => node?.focus()}>
          {t('campaign.checkTitle', { count: possible.length })}
        </Title>
        <Lines title={t('campaign.will')} items={possible} />
        <Lines title={t('campaign.willNot')} items={checked.data.items.filter((one) => !one.possible)} />
        <ReasonField
          label={t('mailLog.reason')}
          help={t('mailLog.reasonHelp')}
          error={missing && reason.trim() === '' ? t('mailLog.reasonMissing') : undefined}
          value={reason}
          onChange={setReason}
        />
        <Group>
          <Button type="submit" disabled={possible.length === 0}>
            {t('campaign.send', { count: possible.length })}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('campaign.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
