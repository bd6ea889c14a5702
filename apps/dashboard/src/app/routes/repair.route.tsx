import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../components/loading';
import { PageTitle } from '../../components/page-title';
import { ProblemPanel, ProblemText } from '../../components/problem-panel';
import { TwoZones } from '../../components/two-zones';
import { findingsQuery, lookNow, repairsQuery, type EntityChoice } from '../../features/engine/api/engine';
import { EntityForm } from '../../features/engine/components/entity-form';
import { FindingList } from '../../features/engine/components/finding-list';
import { InspectionPanel } from '../../features/engine/components/inspection-panel';
import { RepairMany } from '../../features/engine/components/repair-many';
import { RepairList } from '../../features/engine/components/repair-list';
import { newCommandId } from '../../lib/commands';

const lookAgainMs = 1_000;
const calmMs = 10_000;

/** When everything was looked at last, and the way to look now. */
function LastLook({ lookedAt, onLooked }: { lookedAt: string | null; onLooked: () => void }) {
  const { t } = useTranslation();
  const look = useMutation({ mutationFn: () => lookNow(newCommandId()), onSuccess: onLooked });
  return (
    <Stack gap="xs">
      <Group>
        <Text>{t('engine.repair.lookedAt')}</Text>
        {lookedAt === null ? <Text c="dimmed">{t('engine.repair.never')}</Text> : <TwoZones at={lookedAt} />}
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          {t('engine.repair.lookNow')}
        </Button>
      </Group>
      {look.isSuccess && <Text role="status">{t(`engine.repair.looking.${look.data.status}`)}</Text>}
      {look.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={look.error} />
        </div>
      )}
    </Stack>
  );
}

function RepairPage() {
  const { t } = useTranslation();
  const { me } = route.useRouteContext();
  const search: { kind?: EntityChoice['kind']; entity?: string } = route.useSearch();
  const navigate = route.useNavigate();
  const findings = useQuery({ ...findingsQuery, refetchInterval: calmMs });
  const repairs = useQuery({
    ...repairsQuery,
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') === true ? lookAgainMs : calmMs),
  });
  const mayRepair = me.roles.includes('AD');
  const choose = (choice: Partial<EntityChoice>): void => void navigate({ search: choice as never });
  return (
    <Stack gap="lg">
      <PageTitle title={t('engine.repairTool.title')} />
      <Text maw={760}>{t('engine.repair.text')}</Text>
      {search.entity !== undefined && (
        <InspectionPanel
          key={search.entity}
          choice={{ kind: search.kind ?? 'project', entity: search.entity }}
          mayRepair={mayRepair}
          onClose={() => choose({})}
        />
      )}
      <Title order={2}>{t('engine.repair.found')}</Title>
      {findings.isPending && <Loading />}
      {findings.isError && <ProblemPanel error={findings.error} onRetry={() => void findings.refetch()} />}
      {findings.data !== undefined && (
        <>
          <LastLook lookedAt={findings.data.lookedAt} onLooked={() => void findings.refetch()} />
          {mayRepair && <RepairMany items={findings.data.items} />}
          <FindingList findings={findings.data} onChoose={choose} />
          <EntityForm onChoose={choose} />
        </>
      )}
      <Title order={2}>{t('engine.repair.last')}</Title>
      {repairs.isPending && <Loading />}
      {repairs.isError && <ProblemPanel error={repairs.error} onRetry={() => void repairs.refetch()} />}
      {repairs.data !== undefined && <RepairList repairs={repairs.data.items} me={me.personId} mayRepair={mayRepair} />}
    </Stack>
  );
}

/** What needs repair, and what is done about it. */
export const route = createLazyRoute('/signed-in/administration/repair')({ component: RepairPage });
