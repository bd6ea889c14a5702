import type { TFunction } from 'i18next';
import { countryName } from '../../lib/format';
import type { MailGate, ShutGate, WaitingMails } from './api/outbox';

/** The name of a rule as people know it: what its ladder is about, or what its mail says. */
export function ruleName(rule: string, t: TFunction): string {
  return t(`ladders.${rule}`, { defaultValue: t(`mailKinds.${rule}`, { defaultValue: rule }) });
}

/** What is stopped, in words. */
export function gateName(gate: MailGate & Partial<Pick<ShutGate, 'reference'>>, t: TFunction, language: string): string {
  switch (gate.scope) {
    case 'everything':
      return t('mailStop.everything');
    case 'rule':
      return t('mailStop.rule', { rule: ruleName(gate.key, t) });
    case 'country':
      return t('mailStop.country', { country: countryName(gate.key, language) });
    case 'project':
      return t('mailStop.project', { reference: gate.reference ?? gate.key });
  }
}

/** How a gate stands in the address. */
export function gateText({ scope, key }: MailGate): string {
  return `${scope}/${key}`;
}

/** A line of the table: what waits of one rule to one country. */
export interface WaitingLine {
  rule: string;
  country: string;
  counts: Partial<Record<WaitingMails['items'][number]['reason'], number>>;
  total: number;
}

/** Numbers of one rule and country in one line, the largest sum first. */
export function waitingLines(items: WaitingMails['items']): WaitingLine[] {
  const lines = new Map<string, WaitingLine>();
  for (const { rule, country, reason, count } of items) {
    const name = `${rule}/${country}`;
    const line = lines.get(name) ?? { rule, country, counts: {}, total: 0 };
    line.counts[reason] = (line.counts[reason] ?? 0) + count;
    line.total += count;
    lines.set(name, line);
  }
  return [...lines.values()].sort((a, b) => b.total - a.total || a.rule.localeCompare(b.rule) || a.country.localeCompare(b.country));
}
