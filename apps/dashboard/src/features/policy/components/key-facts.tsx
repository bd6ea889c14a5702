import { Badge, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { amountText, choiceText, valueText, type ValueRule } from '../value-words';

/** What is known of a key, whichever kind it is. */
export interface KeyFact {
  key: string;
  rule?: ValueRule;
  changedBy: 'SH' | 'CC' | 'AD';
  frozenWhenPublished: boolean;
  source?: string;
  default: unknown;
}

type Words = Record<string, unknown>;

/** What the sentence of a kind's bounds needs. */
const boundWords: Partial<Record<string, (rule: ValueRule, t: TFunction) => Words>> = {
  period: (rule, t) => ({ ...ends(rule), units: (rule.units ?? []).map((one) => t(`policy.unitNames.${one}`)).join(t('policy.or')) }),
  minutes: (rule, t) => ({ ...ends(rule), units: t('policy.unitNames.min') }),
  number: (rule, t) => ({ ...ends(rule), max: amountText(rule.unit ?? '', rule.max ?? 0, t), step: rule.step }),
  choice: ofWords,
  subset: (rule, t) => ({ ...ofWords(rule, t), min: rule.min }),
  text: ({ maxLength }) => ({ max: maxLength }),
};

function ends({ min, max }: ValueRule): Words {
  return { min, max };
}

function ofWords({ of = [] }: ValueRule, t: TFunction): Words {
  return { of: of.map((one) => choiceText(one, t)).join(t('policy.comma')) };
}

/** What a value may be, in words: bounds, choices, or the form it is written in. */
function boundsText(rule: ValueRule | undefined, t: TFunction): string {
  if (rule === undefined) return t('policy.bounds.ladder');
  const sentence = rule.kind === 'minutes' ? 'period' : rule.kind;
  return t(`policy.bounds.${sentence}`, boundWords[rule.kind]?.(rule, t) ?? {});
}

/** Who may change a key, its bounds, its default and where that comes from. */
export function KeyFacts({ fact }: { fact: KeyFact }) {
  const { t, i18n } = useTranslation();
  const bounds = boundsText(fact.rule, t);
  const isLadder = fact.rule === undefined;
  return (
    <div>
      <Group gap={6} mb={2}>
        <Badge variant="default" tt="none" fw={500}>
          {t(`policy.changedBy.${fact.changedBy}`)}
        </Badge>
        {fact.frozenWhenPublished && (
          <Badge variant="outline" color="orange.9" c="var(--mantine-color-text)" tt="none" fw={500}>
            {t('policy.frozen')}
          </Badge>
        )}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {bounds}
        {!isLadder && ` ${t('policy.default', { value: valueText(fact.rule, fact.default, t, i18n.language) })}`}
        {fact.source !== undefined && ` ${t('policy.source', { source: fact.source })}`}
      </Text>
    </div>
  );
}
