import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { ProblemPanel } from '../../../components/problem-panel';
import { inspectionQuery, type EntityChoice, type Inspection } from '../api/engine';
import { About } from './about';
import { FindingText } from './finding-list';
import { RepairForm } from './repair-form';

function Seen({ seen }: { seen: Inspection }) {
  const { t } = useTranslation();
  const { running, shellRev, ledgerRev } = seen;
  const stands = !running ? 'noShell' : shellRev === null ? 'silent' : shellRev === ledgerRev ? 'together' : 'apart';
  return (
    <>
      <Text>{t(`engine.repair.stands.${stands}`, { shellRev, ledgerRev })}</Text>
      {seen.findings.length === 0 && <Text>{t('engine.repair.nothingWrong')}</Text>}
      {seen.findings.map((one) => (
        <div key={one.code} className="notice" role="note">
          <FindingText code={one.code} values={one.values} />
        </div>
      ))}
    </>
  );
}

interface PanelProps {
  choice: EntityChoice;
  /** Whether the reader may repair. */
  mayRepair: boolean;
  onClose: () => void;
}

/** One project or call from both sides, what is wrong with it, and what can be done. */
export function InspectionPanel({ choice, mayRepair, onClose }: PanelProps) {
  const { t } = useTranslation();
  const seen = useQuery(inspectionQuery(choice));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="inspection">
      <Stack gap="md">
        <Title order={2} id="inspection" tabIndex={-1} ref={(node) => node?.focus()}>
          {t('engine.repair.inspection', { entity: choice.entity })}
        </Title>
        {seen.isPending && <Loading />}
        {seen.isError && <ProblemPanel error={seen.error} onRetry={() => void seen.refetch()} />}
        {seen.data !== undefined && (
          <>
            <div>
              <About kind={seen.data.entityKind} id={seen.data.entityId} reference={seen.data.reference} />
            </div>
            <Seen seen={seen.data} />
            {mayRepair ? (
              <RepairForm seen={seen.data} onAsked={() => void seen.refetch()} />
            ) : (
              <Text c="dimmed">{t('engine.administratorsOnly')}</Text>
            )}
          </>
        )}
        <div>
          <Button variant="default" onClick={onClose}>
            {t('engine.repair.close')}
          </Button>
        </div>
      </Stack>
    </Paper>
  );
}
