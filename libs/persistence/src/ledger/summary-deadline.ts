import type { Deadline } from '@app/domain';

/** The open deadline that ends first and that people are reminded of; moments of the clock and stopped clocks are left out. */
function firstDeadline(deadlines: Deadline[]): Deadline | undefined {
  return deadlines
    .filter((deadline) => deadline.ladder !== 'clock' && deadline.frozen === undefined)
    .reduce<Deadline | undefined>((first, next) => (first === undefined || next.endsAt < first.endsAt ? next : first), undefined);
}

/** Columns of a summary that tell of its first deadline, and who owes what it asks. */
export function deadlineColumns(deadlines: Deadline[]): Record<string, unknown> {
  const { ladder, object, dueOn, endsAt, zone, owner } = firstDeadline(deadlines) ?? ({} as Partial<Deadline>);
  return {
    deadline_ladder: ladder,
    deadline_object: object,
    deadline_on: dueOn,
    deadline_ends_at: endsAt,
    deadline_zone: zone,
    owner_role: owner?.role,
  };
}

/** Columns that name the one party or person who owes the first deadline. */
export function ownerColumns(deadlines: Deadline[]): Record<string, unknown> {
  const owner = firstDeadline(deadlines)?.owner;
  return { owner_organization_id: owner?.organizationId, owner_person_id: owner?.personId };
}
