import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../generated/openapi-types';

/** On what a refusal rests, as the server tells it. */
export type RefusalReason = NonNullable<components['schemas']['Problem']['because']>;

/** On what a refusal rests, for whoever asks: the article, how things stand, the policy's values that decided with theirs, and the versions. */
export function WhyRefused({ because, fact }: { because: RefusalReason; fact?: string | undefined }) {
  const { t } = useTranslation();
  const { says, rule, rulesBuild, policyVersion, policyValues = [] } = because;
  return (
    <details data-testid="why-refused">
      <summary>{t('problem.why')}</summary>
      <Text>{says}</Text>
      {fact !== undefined && <Text size="sm">{fact}</Text>}
      {policyValues.map(({ key, value, article }) => (
        <Text key={key} size="sm">
          {t('problem.policyValue', { key, value: shown(value), article })}
        </Text>
      ))}
      <Text size="sm">
        {policyVersion === undefined
          ? t('problem.rule', { rule, rulesBuild })
          : t('problem.ruleAndPolicy', { rule, rulesBuild, policyVersion })}
      </Text>
    </details>
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
