import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TwoZones } from '../../../components/two-zones';
import { undoCorrection, type Correction, type Entry } from '../api/register';
import { ChangeLines } from './change-lines';
import { ReasonForm, type Sent } from './reason-form';

interface HistoryProps {
  entry: Entry;
  onSent: (sent: Sent) => void;
}

/** Asks why a correction is taken back, and asks for its opposite. */
function Undo({ entry, correction, onSent, onClose }: HistoryProps & { correction: Correction; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      help={t('register.undoHelp')}
      action={t('register.undoSend')}
      send={(reason, key) => undoCorrection(entry, correction.id, { reason, key })}
      onSent={onSent}
      onClose={onClose}
    />
  );
}

function fateOf({ state, resultCode, secondName }: Correction): { word: string; name: string } {
  const word =
    state === 'proposed'
      ? 'waits'
      : state === 'done'
        ? secondName === null
          ? 'applied'
          : 'confirmed'
        : resultCode === 'WITHDRAWN'
          ? 'takenBack'
          : 'rejected';
  return { word, name: secondName ?? '' };
}

function Line({ correction, ...rest }: HistoryProps & { correction: Correction }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { word, name } = fateOf(correction);
  return (
    <Paper component="li" withBorder p="md" data-testid="correction">
      <Stack gap="xs">
        <Text style={{ overflowWrap: 'anywhere' }}>
          {t('register.askedBy', { name: correction.actorName ?? '', reason: correction.reason })}
        </Text>
        <Text>{t(`register.fate.${word}`, { name })}</Text>
        <TwoZones at={correction.endedAt ?? correction.openedAt} />
        {correction.undoes !== null && <Text size="sm">{t('register.isUndo')}</Text>}
        <ChangeLines changes={correction.changes} />
        {correction.mayUndo && rest.entry.mayCorrect && !open && (
          <Group>
            <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
              {t('register.undo')}
            </Button>
          </Group>
        )}
        {open && <Undo {...rest} correction={correction} onClose={() => setOpen(false)} />}
      </Stack>
    </Paper>
  );
}

/** What was corrected of an entry, by whom and why; each can be taken back by its opposite. */
export function CorrectionHistory(props: HistoryProps) {
  const { t } = useTranslation();
  const ended = props.entry.corrections.filter(({ state }) => state !== 'proposed');
  return (
    <section aria-labelledby="history-title">
      <Title order={2} id="history-title" mb="xs">
        {t('register.historyTitle')}
      </Title>
      {ended.length === 0 ? (
        <Text role="status">{t('register.noHistory')}</Text>
      ) : (
        <Stack component="ul" gap="sm" pl={0} style={{ listStyle: 'none' }}>
          {ended.map((correction) => (
            <Line key={correction.id} {...props} correction={correction} />
          ))}
        </Stack>
      )}
    </section>
  );
}
