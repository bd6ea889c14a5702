import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { TwoZones } from '../../../components/two-zones';
import type { EngineFindings, EntityChoice } from '../api/engine';
import { sentenceValues, type RawValues } from '../sentence-values';
import { About } from './about';

/** What is wrong and why, in one sentence. */
export function FindingText({ code, values }: { code: string; values: RawValues }) {
  const { t, i18n } = useTranslation();
  const named = sentenceValues(values, i18n.language, (one) => t(`engine.findingNames.${one}`));
  const status = t(`engine.statuses.${values['status'] as string}`, { defaultValue: t('engine.statuses.OTHER') });
  return (
    <>
      <Text fw={600}>{t(`engine.findingNames.${code}`)}</Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{t(`engine.findings.${code}`, { ...named, status })}</Text>
    </>
  );
}

/** The way to what can be done: to the mails where a person's word is needed, else to the repairs. */
function WhatToDo({ finding, onChoose }: { finding: EngineFindings['items'][number]; onChoose: (choice: EntityChoice) => void }) {
  const { t } = useTranslation();
  const { entityKind, entityId, reference, code } = finding;
  if (code === 'MAILS_UNCERTAIN') {
    return (
      <Anchor component={Link} to="/mails" search={{ word: 'uncertain' } as never}>
        {t('engine.repair.decideMails')}
      </Anchor>
    );
  }
  return (
    <Button variant="default" onClick={() => onChoose({ kind: entityKind, entity: reference ?? entityId })}>
      {t('engine.repair.choose')}
    </Button>
  );
}

interface ListProps {
  findings: EngineFindings;
  onChoose: (choice: EntityChoice) => void;
}

/** All that needs repair, each with its cause and the way to what can be done. */
export function FindingList({ findings, onChoose }: ListProps) {
  const { t } = useTranslation();
  if (findings.items.length === 0) {
    return findings.lookedAt === null ? (
      <EmptyState title={t('engine.repair.neverLooked')} />
    ) : (
      <EmptyState title={t('engine.repair.sound')} text={t('engine.repair.soundText')} />
    );
  }
  return (
    <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: 'none' }}>
      {findings.items.map((one) => (
        <Paper key={`${one.entityId} ${one.code}`} component="li" withBorder p="md" data-testid="finding">
          <Group justify="space-between" align="flex-start">
            <Stack gap={4} style={{ flex: '1 1 260px' }}>
              <About kind={one.entityKind} id={one.entityId} reference={one.reference} />
              <FindingText code={one.code} values={one.values} />
              <TwoZones at={one.foundAt} />
            </Stack>
            <WhatToDo finding={one} onChoose={onChoose} />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}
