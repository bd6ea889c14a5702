import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallDetail } from '../api/call';

const steps = ['draft', 'published', 'open', 'closed', 'reviewing', 'deciding', 'public-notice', 'announced'] as const;

/** The steps of the call with the one it stands in; a cancelled or archived call stands in none of them any more. */
export function CallSteps({ call }: { call: CallDetail }) {
  const { t } = useTranslation();
  const at = steps.findIndex((step) => step === call.subState);
  const done = at < 0 ? steps.length : at;
  return (
    <section aria-label={t('callWork.steps.title')}>
      <Progress value={(100 * Math.max(done, 0)) / (steps.length - 1)} size="sm" mb="xs" aria-label={t('callWork.steps.title')} />
      <ol className="stages">
        {steps.map((step, index) => (
          <li key={step} {...(index === at ? { 'aria-current': 'step' as const } : {})}>
            {index < done && <span aria-hidden>✓</span>}
            {t(`callWork.steps.${step}`)}
            {index < done && <span className="visually-hidden">{t('callWork.steps.done')}</span>}
          </li>
        ))}
      </ol>
      {at < 0 && (
        <Text size="sm" mt="xs">
          {t(`subStates.${call.subState}`)}
        </Text>
      )}
    </section>
  );
}
