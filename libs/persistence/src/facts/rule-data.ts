import { readPolicy, type CalendarYear, type Calendars, type Policy } from '@app/domain';
import { calendarYears } from '../calendar/calendar-reader';
import { publishedPolicy } from '../policy/policy-reader';
import type { Sql } from '../sql';

/** Policy versions and calendars as rules are given them, remembered by number: a published policy and a numbered calendar never change. */
export interface RuleData {
  /** Throws when the version was never published: an entity cannot be decided on without its policy. */
  policy(tx: Sql, version: number): Promise<Policy>;
  calendars(tx: Sql, version: number, policy: Policy): Promise<Calendars>;
}

/** Rule data of one process. */
export function createRuleData(): RuleData {
  const policies = new Map<number, Policy>();
  let years: { version: number; tables: CalendarYear[]; bySetting: Map<boolean, Calendars> } | undefined;
  return {
    policy: async (tx, version) => {
      const known = policies.get(version);
      if (known !== undefined) return known;
      const stored = await publishedPolicy(tx, version);
      if (stored === undefined) throw new Error(`policy version ${version} is not published`);
      const policy = readPolicy(stored);
      policies.set(version, policy);
      return policy;
    },
    calendars: async (tx, version, policy) => {
      if (years?.version !== version) years = { version, tables: await calendarYears(tx), bySetting: new Map() };
      const { partialDaysWork } = policy.time;
      // The very same ones each time: rules remember what they have counted by them.
      const calendars = years.bySetting.get(partialDaysWork) ?? { years: years.tables, partialDaysWork };
      years.bySetting.set(partialDaysWork, calendars);
      return calendars;
    },
  };
}
