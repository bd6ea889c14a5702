const dayMs = 86_400_000;

/** The instant of a Beijing wall time on a date that lies some days after another. */
export function beijing(date: string, time: string, plusDays = 0): string {
  return new Date(Date.parse(`${date}T${time}:00+08:00`) + plusDays * dayMs).toISOString();
}

/** A date some days after another. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** A weekday near a date some days later: Saturdays and Sundays move to Monday. Holidays are the rules' matter, not the story's. */
export function weekday(date: string, days: number): string {
  const day = new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
  const moved = { 6: 2, 0: 1 }[day.getUTCDay()] ?? 0;
  return plusDays(day.toISOString().slice(0, 10), moved);
}

/** Beijing date of an instant. */
export function beijingDate(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
}
