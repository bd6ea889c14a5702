import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../api/templates';
import { slotWords } from '../words';

/** Id of the field in which a line or paragraph of a language is written. */
export function fieldId(language: string, slot: string): string {
  return `words-${language}-${slot.replace('.', '-')}`;
}

/** What the check found, each with its place and what to do; a link leads to the field. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation();
  if (findings.length === 0)
    return (
      <Text role="status" data-testid="no-findings">
        {t('templates.noFindings')}
      </Text>
    );
  return (
    <div className="error-summary" role="status" data-testid="findings">
      <Text fw={600}>{t('templates.findings', { count: findings.length })}</Text>
      <ul>
        {findings.map(({ code, language, slot, value, says, todo }) => (
          <li key={`${code}/${language}/${slot ?? ''}/${value}`} style={{ overflowWrap: 'anywhere' }}>
            <Anchor href={`#${fieldId(language, slot ?? 'act')}`}>
              {t(`templates.languages.${language}`)} · {slotWords(slot, t)}
            </Anchor>
            {t('templates.colon')}
            {says} {todo}
          </li>
        ))}
      </ul>
    </div>
  );
}
