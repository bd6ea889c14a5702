import { Anchor, Button, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title';
import { Read } from '../../components/read';
import { comparisonQuery, entriesQuery, pastQuery, type PastEntry } from '../../features/past/api/past';
import { Comparison } from '../../features/past/components/comparison';
import { MomentPicker } from '../../features/past/components/moment-picker';
import { PastView } from '../../features/past/components/past-view';
import { placeOf } from '../../features/past/moments';
import { LedgerChecks } from '../../features/ledger/components/ledger-checks';
import { useShortcut } from '../../lib/shortcuts';
import type { PastSearch } from '../search-past';
import '../project-page.css';

interface MomentProps {
  projectId: string;
  entries: readonly PastEntry[];
  moment: string | undefined;
  label: string;
  onChoose: (moment: string) => void;
}

/** One moment: how it is chosen, and what stood then. */
function Moment({ projectId, entries, moment, label, onChoose }: MomentProps) {
  const past = useQuery(pastQuery(projectId, moment));
  return (
    <Read query={past}>
      {(read) => (
        <Stack gap="md">
          <MomentPicker label={label} entries={entries} rev={read.rev} at={read.at} onChoose={onChoose} />
          <PastView past={read} heading={label} />
        </Stack>
      )}
    </Read>
  );
}

function Differences({ projectId, from, to }: { projectId: string; from: string; to: string }) {
  return <Read query={useQuery(comparisonQuery(projectId, from, to))}>{(read) => <Comparison comparison={read} />}</Read>;
}

function Moments({ projectId, entries }: { projectId: string; entries: readonly PastEntry[] }) {
  const { t } = useTranslation();
  const { moment, beside } = route.useSearch();
  const navigate = route.useNavigate();
  const past = useQuery(pastQuery(projectId, moment)).data;
  const go = (next: PastSearch): void => void navigate({ search: next as never, replace: true });
  const revs = entries.map((entry) => entry.rev);
  const step = (by: number): void => {
    const to = entries[placeOf(revs, past?.rev ?? 0) + by];
    if (to !== undefined) go({ moment: String(to.rev), ...(beside === undefined ? {} : { beside }) });
  };
  useShortcut('[', 'past.earlier', () => step(-1));
  useShortcut(']', 'past.later', () => step(1));
  const last = String(entries.at(-1)?.rev ?? 1);
  return (
    <>
      <Group>
        {beside === undefined ? (
          <Button variant="default" onClick={() => go({ moment: moment ?? last, beside: last })}>
            {t('past.compare')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => go(moment === undefined ? {} : { moment })}>
            {t('past.one')}
          </Button>
        )}
      </Group>
      {beside !== undefined && <Differences projectId={projectId} from={moment ?? last} to={beside} />}
      <SimpleGrid cols={{ base: 1, md: beside === undefined ? 1 : 2 }} spacing="lg">
        <Moment
          {...{ projectId, entries, moment }}
          label={t(beside === undefined ? 'past.moment' : 'past.first')}
          onChoose={(chosen) => go({ moment: chosen, ...(beside === undefined ? {} : { beside }) })}
        />
        {beside !== undefined && (
          <Moment
            {...{ projectId, entries }}
            moment={beside}
            label={t('past.second')}
            onChoose={(chosen) => go({ moment: moment ?? last, beside: chosen })}
          />
        )}
      </SimpleGrid>
    </>
  );
}

const keepers = ['SH', 'AD', 'AU'];

function PastPage() {
  const { t } = useTranslation();
  const { projectId } = route.useParams();
  const { me } = route.useRouteContext();
  const entries = useQuery(entriesQuery(projectId));
  return (
    <Stack gap="lg">
      <Anchor component={Link} to="/projects/$projectId" params={{ projectId } as never} search={{ view: 'history' } as never}>
        <Group gap={4} wrap="nowrap">
          <IconArrowLeft size={16} aria-hidden />
          {t('past.back')}
        </Group>
      </Anchor>
      <PageTitle title={t('past.title')} />
      <Read query={entries}>{(read) => <Moments projectId={projectId} entries={read.items} />}</Read>
      {me.roles.some((role) => keepers.includes(role)) && (
        <section aria-labelledby="verified">
          <Title order={2} size="h4" id="verified" mb="xs">
            {t('ledger.verified')}
          </Title>
          <LedgerChecks project={projectId} />
        </section>
      )}
    </Stack>
  );
}

/** A project as it stood at past moments. */
export const route = createLazyRoute('/signed-in/projects/$projectId/past')({ component: PastPage });
