import type { ProjectDetail } from './api/project';

type Milestone = NonNullable<ProjectDetail['construction']>['milestones'][number];

const dayMs = 86_400_000;

/** Days since 1970 of a local date; a difference of two is a number of days. */
export function dayNumber(localDate: string): number {
  return Math.round(Date.parse(`${localDate.slice(0, 10)}T00:00:00Z`) / dayMs);
}

/** The local date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** First and last day an axis shows. */
export interface AxisRange {
  from: number;
  to: number;
}

/** The days of all milestones, the end of construction and today where it lies near, with a week's room at both ends. */
export function axisRange(milestones: readonly Milestone[], endsOn: string | undefined, today: string): AxisRange {
  const dates = milestones.flatMap((one) => [one.plannedOn, one.baselineOn, one.forecastOn, one.actualOn]);
  const days = [...dates, endsOn].filter((date): date is string => date !== undefined).map(dayNumber);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const now = dayNumber(today);
  const near = now > first - 60 && now < last + 60;
  return { from: (near ? Math.min(first, now) : first) - 7, to: (near ? Math.max(last, now) : last) + 7 };
}

/** First days of months on an axis, so many that their names have room. */
export function monthTicks({ from, to }: AxisRange, most: number): number[] {
  const first = new Date(from * dayMs);
  const months = (to - from) / 30.5;
  const step = [1, 2, 3, 6, 12, 24].find((one) => months / one <= most) ?? 24;
  const ticks: number[] = [];
  for (let month = 0; ; month += 1) {
    const day = Math.round(Date.UTC(first.getUTCFullYear(), month, 1) / dayMs);
    if (day > to) return ticks;
    if (day >= from && month % step === 0) ticks.push(day);
  }
}

/** Days off in a row as bands, each with the countries that are off and the names of the days. */
export interface DaysOff {
  from: number;
  to: number;
  countries: string[];
  names: string[];
}

/** Listed days off put together where they touch. */
export function daysOff(items: readonly { country: string; date: string; kind: string; name: string }[]): DaysOff[] {
  const bands: DaysOff[] = [];
  for (const { country, date, kind, name } of [...items].sort((a, b) => a.date.localeCompare(b.date))) {
    if (kind !== 'off') continue;
    const day = dayNumber(date);
    const last = bands.at(-1);
    if (last !== undefined && day <= last.to + 1) {
      last.to = Math.max(last.to, day);
      if (!last.countries.includes(country)) last.countries.push(country);
      if (!last.names.includes(name)) last.names.push(name);
    } else bands.push({ from: day, to: day, countries: [country], names: [name] });
  }
  return bands;
}
