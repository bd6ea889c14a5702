import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Read } from '../../../components/read';
import { releaseCheckQuery, type ReleaseCheck as Check, type ShutGate } from '../api/outbox';
import { gateName } from '../gates';
import { GateActForm } from './gate-act-form';

function Figures({ check }: { check: Check }) {
  const { t } = useTranslation();
  const old = check.notNeeded.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="notice" role="note" data-testid="release-figures">
      <Text fw={600}>{t('outbox.check.leaving', { count: check.leaving })}</Text>
      {old > 0 && (
        <>
          <Text>{t('outbox.check.notNeeded', { count: old })}</Text>
          <ul>
            {check.notNeeded.map(({ why, count }) => (
              <li key={why}>{t('outbox.check.because', { count, cause: t(`mailLog.causes.${why}`, { defaultValue: why }) })}</li>
            ))}
          </ul>
        </>
      )}
      {check.later > 0 && <Text>{t('outbox.check.later', { count: check.later })}</Text>}
      {check.elsewhere > 0 && <Text>{t('outbox.check.elsewhere', { count: check.elsewhere })}</Text>}
      {check.more && <Text>{t('outbox.check.more', { count: check.checked })}</Text>}
    </div>
  );
}

interface ReleaseProps {
  gate: ShutGate;
  onDone: (waited: number) => void;
  onCancel: () => void;
}

/** The check before mail is released: how many mails leave at once, which are too old to make sense, which go on waiting. Then why, and only then it happens. */
export function ReleaseCheck({ gate, onDone, onCancel }: ReleaseProps) {
  const { t, i18n } = useTranslation();
  const check = useQuery(releaseCheckQuery({ scope: gate.scope, key: gate.key }));
  return (
    <section aria-labelledby="release-title">
      <Stack gap="md">
        <Title order={2} id="release-title" tabIndex={-1} ref={(node) => node?.focus()}>
          {t('outbox.check.title', { what: gateName(gate, t, i18n.language) })}
        </Title>
        <Text>{t('outbox.check.text')}</Text>
        <Read query={check}>
          {(data) => (
            <GateActForm
              act="release"
              gate={() => ({ scope: gate.scope, key: gate.key })}
              submit={t('outbox.check.release')}
              onCancel={onCancel}
              onDone={({ waiting }) => onDone(waiting)}
            >
              <Figures check={data} />
            </GateActForm>
          )}
        </Read>
      </Stack>
    </section>
  );
}
