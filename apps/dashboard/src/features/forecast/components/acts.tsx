import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NotNow } from '../../../components/not-now';
import type { Act } from '../acts';
import { ActButton } from './act-button';

/** What may be done now as buttons; what may not, with its reason, below. */
export function Acts({ projectId, acts }: { projectId: string; acts: Act[] }) {
  const { t } = useTranslation();
  const possible = acts.filter((act) => act.possible);
  const others = acts.filter((act) => !act.possible);
  if (acts.length === 0) return null;
  return (
    <div>
      {possible.length > 0 && (
        <Group gap="xs" mt={4}>
          {possible.map((act) => (
            <ActButton key={act.words} projectId={projectId} act={act} />
          ))}
        </Group>
      )}
      {others.length > 0 && (
        <details>
          <summary>{t('forecast.notNow', { count: others.length })}</summary>
          {others.map((act) => (
            <NotNow key={act.words} name={t(`forecast.acts.${act.words}.button`)} sentence={act.sentence} because={act.because} />
          ))}
        </details>
      )}
    </div>
  );
}
