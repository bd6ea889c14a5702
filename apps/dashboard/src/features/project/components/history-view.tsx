import { Anchor, Button, Code, Group, Paper, Stack, Switch, Text, Title } from '@mantine/core';
import { IconDownload, IconHistory, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangesTable } from '../../../components/changes-table';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { TwoZones } from '../../../components/two-zones';
import { downloadHistory, timelineQuery, type ProjectDetail } from '../api/project';
import { objectLabel } from '../object-label';
import type { Past } from '../timeline-items';
import { ByWhom } from './past-line';

const atFirst = 20;
const moreAtOnce = 40;

/** Whether the ledger still is what was written: every entry's hash follows from its text and the hash before it. */
function Chain({ past }: { past: Past }) {
  const { t } = useTranslation();
  const { chain, items } = past;
  if (chain === undefined) return null;
  const Icon = chain.intact ? IconShieldCheck : IconShieldX;
  return (
    <Group gap={8} wrap="nowrap" align="flex-start" data-testid="chain">
      <Icon size={20} aria-hidden color={chain.intact ? 'var(--gongfang-link)' : 'var(--mantine-color-error)'} style={{ flexShrink: 0 }} />
      <Text size="sm" fw={chain.intact ? 400 : 700}>
        {chain.intact
          ? t('projectPage.history.intact', { count: items.length })
          : t('projectPage.history.broken', { rev: chain.brokenAt ?? 0 })}
      </Text>
    </Group>
  );
}

/** Takes the history along as a file. */
function Download({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const download = useMutation({ mutationFn: () => downloadHistory(project.id, `${project.reference ?? project.id}-history.json`) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('projectPage.history.download')}
      </Button>
      {download.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={download.error} />
        </div>
      )}
    </>
  );
}

interface EntryProps {
  project: ProjectDetail;
  entry: Past['items'][number];
  technical: boolean;
}

function Entry({ project, entry, technical }: EntryProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md" component="li">
      {entry.events.map((event, index) => (
        <Text key={index} fw={600} style={{ overflowWrap: 'anywhere' }}>
          {event.sentence}
        </Text>
      ))}
      <ByWhom entry={entry} />
      <TwoZones at={entry.occurredAt} />
      {entry.reason !== null && <Text mt={4}>{t('project.reason', { reason: entry.reason })}</Text>}
      <ChangesTable changes={entry.changes ?? []} nameOf={(about) => objectLabel(project, about, t)} />
      {technical && (
        <Stack gap={2} mt={6}>
          <Text size="sm">{t('projectPage.history.entry', { rev: entry.rev, command: entry.command })}</Text>
          <Code className="hash">{entry.commandId}</Code>
          <Code className="hash">{entry.hash}</Code>
          <Anchor size="sm" href={`/api/projects/${project.id}/receipts/${entry.rev}`} download>
            {t('ledger.roots.receipt')}
          </Anchor>
        </Stack>
      )}
    </Paper>
  );
}

/** The ledger as a readable history, the newest first: who, through which door, before and after, why, in two zones; technical marks on demand. */
export function HistoryView({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const past = useQuery(timelineQuery(project.id));
  const [shown, setShown] = useState(atFirst);
  const [technical, setTechnical] = useState(false);
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={2}>{t('projectPage.history.title')}</Title>
        <Button
          component={Link}
          to="/projects/$projectId/past"
          params={{ projectId: project.id } as never}
          variant="default"
          leftSection={<IconHistory size={16} aria-hidden />}
        >
          {t('past.open')}
        </Button>
      </Group>
      <Read query={past}>
        {(happened) => (
          <>
            {happened.chain !== undefined && (
              <Group justify="space-between" gap="sm">
                <Chain past={happened} />
                <Group gap="sm">
                  <Switch
                    label={t('projectPage.history.technical')}
                    checked={technical}
                    onChange={(event) => setTechnical(event.currentTarget.checked)}
                  />
                  <Download project={project} />
                </Group>
              </Group>
            )}
            <ol className="plain-list" reversed aria-label={t('projectPage.history.title')}>
              {[...happened.items]
                .reverse()
                .slice(0, shown)
                .map((entry) => (
                  <Entry key={entry.rev} project={project} entry={entry} technical={technical} />
                ))}
            </ol>
            <Anchor href={`/api/projects/${project.id}/receipts/last`} download style={{ alignSelf: 'flex-start' }}>
              {t('ledger.roots.lastReceipt')}
            </Anchor>
            {happened.items.length > shown && (
              <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setShown(shown + moreAtOnce)}>
                {t('projectPage.timeline.earlier', {
                  count: Math.min(moreAtOnce, happened.items.length - shown),
                  all: happened.items.length - shown,
                })}
              </Button>
            )}
          </>
        )}
      </Read>
    </Stack>
  );
}
