import type { PeriodUnit } from '../calendar/arithmetic';
import type { ValueRule } from './value-rules';

/** Who may change a key: SH Secretariat head with a second person, CC council, AD administrator with the Secretariat head. */
export type PolicyAuthority = 'SH' | 'CC' | 'AD';

/** All that is known of one policy key beside its default, which stands in `defaultPolicy`. */
export interface PolicyKey {
  rule: ValueRule;
  changedBy: PolicyAuthority;
  /** Fixed once the call is published, for equal treatment of all applicants. */
  frozenWhenPublished: boolean;
  /** Article or practice the default comes from. */
  source: string;
}

type MakeKey = (rule: ValueRule, source?: string) => PolicyKey;

function changedBy(authority: PolicyAuthority, frozenWhenPublished: boolean): MakeKey {
  return (rule, source = 'default') => ({ rule, changedBy: authority, frozenWhenPublished, source });
}

/** Changed by the Secretariat head, at any time. */
export const sh = changedBy('SH', false);
/** Changed by the Secretariat head until the call is published. */
export const shFrozen = changedBy('SH', true);
/** Changed by the council, at any time. */
export const cc = changedBy('CC', false);
/** Changed by the council until the call is published. */
export const ccFrozen = changedBy('CC', true);
/** Changed by an administrator with the Secretariat head, at any time. */
export const ad = changedBy('AD', false);

function period(units: PeriodUnit[]): (min: number, max: number) => ValueRule {
  return (min, max) => ({ kind: 'period', units, min, max });
}

/** A term in working or calendar days. */
export const days = period(['wd', 'd']);
/** A term in calendar days. */
export const calendarDays = period(['d']);
/** A term in months. */
export const months = period(['mo']);
/** A term in months or years. */
export const monthsOrYears = period(['mo', 'y']);

/** A whole number of something. */
export function whole(unit: string, min: number, max: number): ValueRule {
  return { kind: 'number', unit, min, max, step: 1 };
}

/** A number of points in halves. */
export function points(min: number, max: number): ValueRule {
  return { kind: 'number', unit: 'points', min, max, step: 0.5 };
}

/** Yes or no. */
export const yesNo: ValueRule = { kind: 'boolean' };
/** A part of a whole. */
export const share: ValueRule = { kind: 'share' };
/** A day of every year. */
export const monthDay: ValueRule = { kind: 'monthDay' };

/** One of some words. */
export function oneOf(...of: string[]): ValueRule {
  return { kind: 'choice', of };
}

/** Some of the words, at least `min`, none twice; the order counts where the key is an order. */
export function someOf(min: number, ...of: string[]): ValueRule {
  return { kind: 'subset', of, min };
}
