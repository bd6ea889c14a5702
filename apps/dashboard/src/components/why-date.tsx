import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../generated/openapi-types';
import { articleName, explainDate } from '../lib/explain-date';

interface WhyDateProps {
  because: components['schemas']['DateArithmetic'];
  policyKey: string;
  article?: string | undefined;
}

/** Why a date is what it is: its arithmetic, the policy line and the article behind it. */
export function WhyDate({ because, policyKey, article }: WhyDateProps) {
  const { t, i18n } = useTranslation();
  return (
    <details>
      <summary>{t('why.title')}</summary>
      {explainDate(because, t, i18n.language).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      <Text size="sm">
        {article === undefined ? t('why.policy', { policyKey }) : t('why.policyArticle', { policyKey, article: articleName(article, t) })}
      </Text>
    </details>
  );
}
