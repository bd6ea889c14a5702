import type { TFunction } from 'i18next';
import type { PolicyKey } from './api/policy';

/** What a value may be. */
export type ValueRule = PolicyKey['rule'];

/** A step of a ladder row. */
export interface Step {
  step: string;
  level: string;
  to: string[];
}

/** A ladder row: its steps and the calendar they are counted by. */
export interface LadderRow {
  calendar: string;
  steps: Step[];
}

const ladderPrefix = 'ladder.';

/** Section of a key: its first part. */
export function sectionOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

/** The name of a key or of a ladder row. */
export function keyName(key: string, t: TFunction): string {
  return key.startsWith(ladderPrefix) ? t(`ladders.${key.slice(ladderPrefix.length)}`) : t(`policy.keys.${key}`);
}

function wordOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Number and unit of a period such as `10wd`; nothing for another form. */
export function periodParts(value: unknown): { count: string; unit: string } | undefined {
  const [, count, unit] = typeof value === 'string' ? (/^(\d+)(wd|d|mo|y|min)$/.exec(value) ?? []) : [];
  return count === undefined || unit === undefined ? undefined : { count, unit };
}

/** A number with its unit in words. */
export function amountText(unit: string, count: number, t: TFunction): string {
  return t(`policy.units.${wordOf(unit)}`, { count });
}

/** A value of a policy in words; what does not have the form of its rule stands as it is. */
export function valueText(rule: ValueRule | undefined, value: unknown, t: TFunction, language: string): string {
  if (value == null) return t('policy.noValue');
  if (typeof value === 'boolean') return t(value ? 'policy.yes' : 'policy.no');
  if (typeof value === 'number') return amountText(rule?.unit ?? '', value, t);
  if (typeof value === 'object') return manyText(value, t);
  return stringText(rule?.kind ?? '', value as string, t, language);
}

function stringText(kind: string, value: string, t: TFunction, language: string): string {
  return textTexts[kind]?.(value, t, language) ?? value;
}

/** A list, a ladder row, or points by criterion. */
function manyText(value: object, t: TFunction): string {
  if (Array.isArray(value)) return value.map((one) => choiceText(String(one), t)).join(t('policy.comma'));
  return isLadderRow(value) ? ladderText(value, t) : weightsText(value as Record<string, unknown>, t);
}

type TextText = (value: string, t: TFunction, language: string) => string;

const textTexts: Partial<Record<string, TextText>> = {
  period: periodText,
  minutes: periodText,
  choice: choiceText,
  zone: choiceText,
  monthDay: (value, _, language) => monthDayText(value, language),
  monthDayTime: (value, _, language) => `${monthDayText(value.slice(0, 5), language)} ${value.slice(6)}`,
};

function periodText(value: string, t: TFunction): string {
  const parts = periodParts(value);
  return parts === undefined ? value : t(`policy.periods.${parts.unit}`, { count: Number(parts.count) });
}

/** A choice in words; a code that has none stands for itself. */
export function choiceText(value: string, t: TFunction): string {
  return t(`policy.choices.${value}`, { defaultValue: value });
}

function weightsText(weights: Record<string, unknown>, t: TFunction): string {
  return Object.entries(weights)
    .map(([code, points]) => `${t(`criteria.${code}`, { defaultValue: code })} ${String(points)}`)
    .join(t('policy.comma'));
}

function monthDayText(value: string, language: string): string {
  const date = new Date(`2025-${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  return new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(date);
}

/** Whether a value is a row of a ladder. */
export function isLadderRow(value: unknown): value is LadderRow {
  return typeof value === 'object' && value !== null && Array.isArray((value as { steps?: unknown }).steps);
}

const stepForms = [
  ['before', /^t-(\d{1,3})$/],
  ['after', /^\+(\d{1,2})$/],
  ['sinceBegin', /^wd-(\d{1,2})$/],
  ['daysAfter', /^day\+(\d{1,3})$/],
] as const;

/** When a step of a ladder comes: which way it is counted, and how many days. */
export type StepWay = (typeof stepForms)[number][0];

/** Ways in which steps are counted. */
export const stepWays: readonly StepWay[] = stepForms.map(([way]) => way);

/** The parts of a step such as `t-7`; nothing for another form. */
export function stepParts(step: string): { way: StepWay; count: string } | undefined {
  for (const [way, form] of stepForms) {
    const count = form.exec(step)?.[1];
    if (count !== undefined) return { way, count };
  }
  return undefined;
}

/** A step as it is stored. */
export function stepOf(way: StepWay, count: string): string {
  return { before: `t-${count}`, after: `+${count}`, sinceBegin: `wd-${count}`, daysAfter: `day+${count}` }[way];
}

/** When a step comes, in words. */
export function stepText(step: string, t: TFunction): string {
  const parts = stepParts(step);
  return parts === undefined ? step : t(`policy.steps.${parts.way}`, { count: Number(parts.count) });
}

function ladderText({ steps, calendar }: LadderRow, t: TFunction): string {
  const lines = steps.map(({ step, level, to }) =>
    t('policy.stepLine', {
      when: stepText(step, t),
      level,
      to: to.map((role) => t(`roles.${role}`, { defaultValue: role })).join(t('policy.comma')),
    }),
  );
  return [
    ...(lines.length === 0 ? [t('policy.noSteps')] : lines),
    t('policy.countedBy', { calendar: t(`policy.ladderCalendars.${calendar}`) }),
  ].join('\n');
}
