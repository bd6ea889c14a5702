import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatScore } from '../../../lib/format';
import type { RankedFile } from '../api/call-work';

const named = 4;

/** Why a file of equal score stands where it stands, in words: with whom it ties, which steps decided, and what they compare. */
export function TieWords({ line }: { line: RankedFile }) {
  const { t, i18n } = useTranslation();
  const { tie } = line;
  if (tie === null) return null;
  const listed = (references: string[]): string => {
    const first = references.slice(0, named).join(t('why.comma'));
    return references.length > named ? t('callWork.tie.andMore', { first, count: references.length - named }) : first;
  };
  const steps = tie.by.map((step) => {
    const value = tie.values[step];
    const name = t(`callWork.tie.steps.${step}`);
    return value === undefined
      ? name
      : t('callWork.tie.step', { name, value: formatScore(value.sumHalfPoints, value.count, i18n.language) });
  });
  const sentences = [
    ...(tie.before.length > 0 ? [t('callWork.tie.before', { others: listed(tie.before) })] : []),
    ...(tie.after.length > 0 ? [t('callWork.tie.after', { others: listed(tie.after) })] : []),
    steps.length > 0 ? t('callWork.tie.by', { steps: steps.join(t('why.comma')) }) : t('callWork.tie.byNumber'),
  ];
  return (
    <details>
      <summary>{t('callWork.tie.title')}</summary>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </details>
  );
}
