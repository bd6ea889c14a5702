/** A run of reminders: which projects, of which year, and why. Kept in the browser's tab, so that a reload goes on with it. */
export interface Run {
  id: string;
  year: string;
  projects: { id: string; reference: string | null }[];
  reason: string;
}

const key = 'gongfang.remind';

/** The run that was begun last in this tab for a year. */
export function keptRun(year: string): Run | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Run | null;
    return kept?.year === year && Array.isArray(kept.projects) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a run before its first command leaves. */
export function keepRun(run: Run): void {
  sessionStorage.setItem(key, JSON.stringify(run));
}

/** Forgets the run once its report was seen. */
export function forgetRun(): void {
  sessionStorage.removeItem(key);
}
