import type { Deadline } from '@app/domain';

/** The open deadline that ends first and that people are reminded of; moments of the clock and stopped clocks are left out. */
export function firstDeadline(deadlines: Deadline[]): Deadline | undefined {
  return deadlines
    .filter((deadline) => deadline.ladder !== 'clock' && deadline.frozen === undefined)
    .reduce<Deadline | undefined>((first, next) => (first === undefined || next.endsAt < first.endsAt ? next : first), undefined);
}

/** Columns of a summary that tell of its first deadline. */
export function deadlineColumns(deadlines: Deadline[]): {
  deadline_ladder: string | null;
  deadline_object: string | null;
  deadline_on: string | null;
  deadline_ends_at: string | null;
  deadline_zone: string | null;
  owner_role: string | null;
} {
  const first = firstDeadline(deadlines);
  return {
    deadline_ladder: first?.ladder ?? null,
    deadline_object: first?.object ?? null,
    deadline_on: first?.dueOn ?? null,
    deadline_ends_at: first?.endsAt ?? null,
    deadline_zone: first?.zone ?? null,
    owner_role: first?.owner.role ?? null,
  };
}
