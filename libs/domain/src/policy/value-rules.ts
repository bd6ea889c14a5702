import { isPeriod, parsePeriod, type PeriodUnit } from '../calendar/arithmetic';
import { parseLocalDate } from '../calendar/local-dates';
import { isZone } from '../calendar/zone';

/** What a policy value may be; bounds are inclusive and in the value's own unit. */
export type ValueRule =
  | { kind: 'period'; units: PeriodUnit[]; min: number; max: number }
  | { kind: 'number'; unit: string; min: number; max: number; step: number }
  | { kind: 'boolean' }
  | { kind: 'choice'; of: string[] }
  | { kind: 'subset'; of: string[]; min: number }
  | { kind: 'share' }
  | { kind: 'monthDay' }
  | { kind: 'monthDayTime' }
  | { kind: 'time' }
  | { kind: 'zone' }
  | { kind: 'minutes'; min: number; max: number }
  | { kind: 'weights' }
  | { kind: 'text'; maxLength: number };

/** Every reason for which a value breaks its rule. */
export const valueProblems = ['WRONG_TYPE', 'WRONG_FORM', 'OUT_OF_BOUNDS', 'UNKNOWN_CHOICE', 'REPEATED_CHOICE', 'TOO_FEW'] as const;

/** Why a value breaks its rule, as a code for the sentence shown; nothing when it is fine. */
export type ValueProblem = (typeof valueProblems)[number];

/** Numerator and denominator of a share `50%` or `2/3`, exact; nothing for another form, a zero below the line, or more than the whole. */
export function shareOf(text: string): { numerator: number; denominator: number } | undefined {
  const parts = /^(\d{1,3})(?:%|\/(\d{1,3}))$/.exec(text);
  if (!parts) return undefined;
  const [numerator, denominator] = [Number(parts[1]), Number(parts[2] ?? 100)];
  return denominator > 0 && numerator <= denominator ? { numerator, denominator } : undefined;
}

/** Numerator and denominator of a policy's share. Throws for another form: policies are validated before a rule reads them, so that is a bug. */
export function validShare(share: string): { numerator: number; denominator: number } {
  const parts = shareOf(share);
  if (parts === undefined) throw new RangeError(`not a share: ${share}`);
  return parts;
}

/** Milliseconds of a length written `30min`; nothing for another form. */
export function minutesMs(text: string): number | undefined {
  const parts = /^(\d{1,5})min$/.exec(text);
  return parts ? Number(parts[1]) * 60_000 : undefined;
}

/** Checks one value against its rule. */
export function valueProblem(rule: ValueRule, value: unknown): ValueProblem | undefined {
  switch (rule.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'WRONG_TYPE';
    case 'number':
      return numberProblem(rule, value);
    case 'subset':
      return subsetProblem(rule, value);
    case 'weights':
      return weightsProblem(value);
    default:
      return typeof value === 'string' ? textProblem(rule, value) : 'WRONG_TYPE';
  }
}

type TextRule = Exclude<ValueRule, { kind: 'boolean' | 'number' | 'subset' | 'weights' }>;

function textProblem(rule: TextRule, value: string): ValueProblem | undefined {
  switch (rule.kind) {
    case 'period':
      return periodProblem(rule, value);
    case 'minutes':
      return minutesProblem(rule, value);
    case 'choice':
      return rule.of.includes(value) ? undefined : 'UNKNOWN_CHOICE';
    case 'text':
      return isLine(value, rule.maxLength) ? undefined : 'WRONG_FORM';
    default:
      return forms[rule.kind](value) ? undefined : 'WRONG_FORM';
  }
}

/** A text that cannot break out of a mail header: not empty, no control characters. */
function isLine(value: string, maxLength: number): boolean {
  return value.length > 0 && value.length <= maxLength && !/\p{Cc}/u.test(value);
}

const forms: Record<'share' | 'monthDay' | 'monthDayTime' | 'time' | 'zone', (value: string) => boolean> = {
  share: (value) => shareOf(value) !== undefined,
  monthDay: isMonthDay,
  monthDayTime: (value) => isMonthDay(value.slice(0, 5)) && value[5] === 'T' && isTime(value.slice(6)),
  time: isTime,
  zone: isZone,
};

/** A day that every year has: 29 February is none. */
function isMonthDay(value: string): boolean {
  return parseLocalDate(`2025-${value}`).ok;
}

function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

function periodProblem(rule: { units: PeriodUnit[]; min: number; max: number }, value: string): ValueProblem | undefined {
  if (!isPeriod(value)) return 'WRONG_FORM';
  const { count, unit } = parsePeriod(value);
  if (!rule.units.includes(unit)) return 'UNKNOWN_CHOICE';
  return count < rule.min || count > rule.max ? 'OUT_OF_BOUNDS' : undefined;
}

function minutesProblem(rule: { min: number; max: number }, value: string): ValueProblem | undefined {
  const ms = minutesMs(value);
  if (ms === undefined) return 'WRONG_FORM';
  return ms < rule.min * 60_000 || ms > rule.max * 60_000 ? 'OUT_OF_BOUNDS' : undefined;
}

function numberProblem(rule: { min: number; max: number; step: number }, value: unknown): ValueProblem | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'WRONG_TYPE';
  if (value < rule.min || value > rule.max) return 'OUT_OF_BOUNDS';
  // Steps are halves or hundredths, which are compared as whole multiples because 0.6 / 0.01 is not one in binary.
  return Math.abs(Math.round(value / rule.step) * rule.step - value) < 1e-9 ? undefined : 'WRONG_FORM';
}

function subsetProblem(rule: { of: string[]; min: number }, value: unknown): ValueProblem | undefined {
  if (!Array.isArray(value)) return 'WRONG_TYPE';
  if (!value.every((item) => typeof item === 'string' && rule.of.includes(item))) return 'UNKNOWN_CHOICE';
  if (new Set(value).size < value.length) return 'REPEATED_CHOICE';
  return value.length < rule.min ? 'TOO_FEW' : undefined;
}

/** Whole points above zero by criterion code; that they add up is a rule across keys. */
function weightsProblem(value: unknown): ValueProblem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'WRONG_TYPE';
  const entries = Object.entries(value);
  if (entries.length === 0) return 'TOO_FEW';
  if (!entries.every(([code]) => /^[a-z][a-zA-Z]{0,30}$/.test(code))) return 'WRONG_FORM';
  return entries.every(([, points]) => Number.isInteger(points) && points > 0 && points <= 1000) ? undefined : 'OUT_OF_BOUNDS';
}
