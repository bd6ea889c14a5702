import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { WhyDate } from '../../../components/why-date';
import { formatDate } from '../../../lib/format';
import { reviewTimeQuery } from '../api/call-work';
import { Part } from './part';

/** The arithmetic of the month after closing: when the slowest file would be scored, and a warning when that is too late. */
export function ReviewTime({ callId }: { callId: string }) {
  const { t, i18n } = useTranslation();
  const reading = useQuery(reviewTimeQuery(callId));
  const day = (date: string): string => formatDate(date, i18n.language);
  return (
    <Part id="review-time" title={t('callWork.time.title')} text={t('callWork.time.text')} reading={reading}>
      {({ closesOn, steps, until, workingDaysOver }) => (
        <Stack gap="sm">
          {workingDaysOver > 0 ? (
            <Notice title={t('callWork.time.over', { count: workingDaysOver, until: day(until) })}>
              <Text size="sm">{t('callWork.time.advice')}</Text>
            </Notice>
          ) : (
            <Text size="sm">{t('callWork.time.fits', { until: day(until) })}</Text>
          )}
          <ol className="timeline">
            <li>
              <Text fw={600}>{t('callWork.time.closes')}</Text>
              <Text size="sm">{day(closesOn)}</Text>
            </li>
            {steps.map(({ step, policyKey, because }) => (
              <li key={step} className="planned">
                <Group gap="xs" align="baseline">
                  <Text fw={600}>{t(`callWork.time.${step}`)}</Text>
                  <Text size="sm">
                    <time dateTime={because.dueOn}>{day(because.dueOn)}</time>
                    {because.dueOn > until && ` · ${t('callWork.time.late')}`}
                  </Text>
                </Group>
                <WhyDate because={because} policyKey={policyKey} />
              </li>
            ))}
          </ol>
        </Stack>
      )}
    </Part>
  );
}
