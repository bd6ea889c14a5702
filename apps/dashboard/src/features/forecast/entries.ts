import type { components } from '../../generated/openapi-types';
import type { Forecast } from '../../lib/forecast';

/** A mail to one person, with the earliest instant at which it leaves. */
export type ForecastMail = components['schemas']['ForecastMail'];
/** Something that may be done to planned mails, or why not now. */
export type Possible = components['schemas']['PossibleIntervention'];
/** Something that was done to them by hand. */
export type Intervention = components['schemas']['Intervention'];
/** One deadline whose mails are planned. */
export type Series = Forecast['series'][number];

/** One mail of the forecast, as the page shows it. */
export interface Entry {
  key: string;
  /** Waits in the outbox, is planned, follows from what the clock does, or was left out. */
  state: 'waiting' | 'planned' | 'follows' | 'skipped';
  at: string;
  rule: string;
  object: string;
  step: string;
  series: number;
  /** Kind of the mail where it is not a step of a ladder. */
  notification: string | undefined;
  letter: boolean;
  kind: 'reminder' | 'escalation' | 'consequence' | undefined;
  level: string | undefined;
  consequence: string | undefined;
  mails: ForecastMail[];
  because: components['schemas']['DateArithmetic'] | undefined;
  policyKey: string | undefined;
  article: string | undefined;
  ends: string | undefined;
  sentences: string[];
  possible: Possible[];
}

type Item = Forecast['items'][number];
type Waiting = Forecast['waiting'][number];

function planned({ at, occurrence, events, notifications, mails, ends, possible }: Item): Entry {
  const { key, series, rule, object, step, kind, level, consequence, because, policyKey, article } = occurrence;
  const isStep = level !== undefined;
  return {
    key: `${key}/${series}/${at}`,
    state: isStep ? 'planned' : 'follows',
    at: firstOf(mails) ?? at,
    ...{ rule, object, step, series, kind, level, consequence, mails, because, policyKey, article, possible },
    notification: isStep ? undefined : notifications[0]?.kind,
    letter: false,
    ends: isStep ? (ends ?? undefined) : undefined,
    sentences: isStep ? [] : events.map((event) => event.sentence),
  };
}

function waits(line: Waiting): Entry {
  const { rule, object, step, series, mails, possible, level } = line;
  return {
    key: `waiting/${rule}/${object}/${step}/${series}`,
    state: 'waiting',
    at: firstOf(mails) ?? '',
    ...{ rule, object, step, series, mails, possible },
    notification: line.notification,
    letter: line.class === 'letter',
    kind: level === null ? undefined : line.notification === 'escalation' ? 'escalation' : 'reminder',
    level: level ?? undefined,
    consequence: undefined,
    because: line.because ?? undefined,
    policyKey: line.policyKey ?? undefined,
    article: line.article ?? undefined,
    ends: line.ends ?? undefined,
    sentences: [],
  };
}

function leftOut(line: Forecast['skipped'][number]): Entry {
  const { key, series, rule, object, step, kind, level, because, policyKey, article, at } = line;
  return {
    key: `skipped/${key}/${series}`,
    state: 'skipped',
    ...{ at, rule, object, step, series, kind, level, because, policyKey, article },
    notification: undefined,
    letter: false,
    consequence: undefined,
    mails: [],
    ends: undefined,
    sentences: [],
    possible: [],
  };
}

function firstOf(mails: ForecastMail[]): string | undefined {
  return mails.map((mail) => mail.sendAt).sort()[0];
}

/** All mails that wait, are planned or were left out, next first. What the clock does without telling anybody is the timeline's. */
export function entriesOf({ items, waiting, skipped }: Pick<Forecast, 'items' | 'waiting' | 'skipped'>): Entry[] {
  const steps = items.filter(
    ({ occurrence, notifications, mails }) => mails.length > 0 || (occurrence.level !== undefined && notifications.length > 0),
  );
  return [...waiting.map(waits), ...steps.map(planned), ...skipped.map(leftOut)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.key < b.key ? -1 : 1,
  );
}

/** Entries by the month in which they leave where the reader is, in order. */
export function byMonth(entries: Entry[], monthOf: (at: string) => string): [string, Entry[]][] {
  const months = new Map<string, Entry[]>();
  for (const entry of entries) months.set(monthOf(entry.at), [...(months.get(monthOf(entry.at)) ?? []), entry]);
  return [...months];
}
