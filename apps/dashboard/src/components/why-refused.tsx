import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../generated/openapi-types';

type RefusalReason = NonNullable<components['schemas']['Problem']['because']>;

/** On what a refusal rests, for whoever asks: the article, the policy's values that decided, and the versions. */
export function WhyRefused({ because }: { because: RefusalReason }) {
  const { t } = useTranslation();
  const { says, rule, rulesBuild, policyVersion, policyValues = [] } = because;
  return (
    <details data-testid="why-refused">
      <summary>{t('problem.why')}</summary>
      <Text>{says}</Text>
      {policyValues.map(({ key, value }) => (
        <Text key={key} size="sm">
          {t('problem.policyValue', { key, value: shown(value) })}
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
