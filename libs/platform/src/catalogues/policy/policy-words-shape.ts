/** Words of the policy in one language. */
export interface PolicyWords {
  /** By the path of the key. */
  keys: Record<string, string>;
  /** A number of days, months and so on, by unit; `{count}` is the number. */
  periods: Record<'wd' | 'd' | 'mo' | 'y' | 'min', { one: string; other: string }>;
}
