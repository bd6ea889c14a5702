import type { ProjectState } from '@app/domain';
import type { Sql } from '../sql';

interface ReportRow {
  year: number;
  state: string;
  short_form: boolean;
  opens_at: string;
  due_on?: string;
  ends_at?: string;
  submitted_at?: string;
  accepted_at?: string;
  warned_at?: string;
  suspended_at?: string;
}

/** Object of the clock that opens a report. */
const opening = /^report-(\d{4})$/;

/** The annual reports a project owes or has owed, by year; one that has not opened yet is planned. Derived from the state alone. */
export function projectReportRows(state: ProjectState): ReportRow[] {
  const dueOf = (year: number): Pick<ReportRow, 'due_on' | 'ends_at'> => {
    const deadline = state.deadlines.find((one) => one.ladder === 'report' && one.object === String(year));
    return deadline === undefined ? {} : { due_on: deadline.dueOn, ends_at: deadline.endsAt };
  };
  const known = state.reports.map(({ year, state: standing, shortForm, openedAt, submittedAt, acceptedAt, warnedAt, suspendedAt }) => ({
    year,
    state: standing,
    short_form: shortForm,
    opens_at: openedAt,
    ...dueOf(year),
    ...(submittedAt === undefined ? {} : { submitted_at: submittedAt }),
    ...(acceptedAt === undefined ? {} : { accepted_at: acceptedAt }),
    ...(warnedAt === undefined ? {} : { warned_at: warnedAt }),
    ...(suspendedAt === undefined ? {} : { suspended_at: suspendedAt }),
  }));
  const planned = state.deadlines.flatMap(({ ladder, object, endsAt }): ReportRow[] => {
    const year = ladder === 'clock' ? opening.exec(object)?.[1] : undefined;
    return year === undefined ? [] : [{ year: Number(year), state: 'planned', short_form: false, opens_at: endsAt }];
  });
  return [...known, ...planned.filter(({ year }) => !known.some((one) => one.year === year))];
}

/** Writes the reports of a project; before its agreement it owes none, and nothing is written. */
export async function writeProjectReports(tx: Sql, state: ProjectState): Promise<void> {
  if (state.mou === undefined && state.reports.length === 0) return;
  await tx.query(
    `WITH wanted AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS w(year integer, state text, short_form boolean, opens_at timestamptz, due_on date, ends_at timestamptz,
         submitted_at timestamptz, accepted_at timestamptz, warned_at timestamptz, suspended_at timestamptz)),
     gone AS (DELETE FROM project_report WHERE project_id = $1 AND year NOT IN (SELECT year FROM wanted))
     INSERT INTO project_report (project_id, year, state, short_form, opens_at, due_on, ends_at, submitted_at, accepted_at, warned_at, suspended_at)
     SELECT $1, year, state, short_form, opens_at, due_on, ends_at, submitted_at, accepted_at, warned_at, suspended_at FROM wanted
     ON CONFLICT (project_id, year) DO UPDATE SET state = excluded.state, short_form = excluded.short_form, opens_at = excluded.opens_at,
         due_on = excluded.due_on, ends_at = excluded.ends_at, submitted_at = excluded.submitted_at, accepted_at = excluded.accepted_at,
         warned_at = excluded.warned_at, suspended_at = excluded.suspended_at`,
    [state.id, JSON.stringify(projectReportRows(state))],
  );
}
