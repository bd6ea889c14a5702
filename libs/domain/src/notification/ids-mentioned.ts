import type { NotificationIntent } from './notification-kinds';

/** Values behind which rows with names or texts may stand, which are needed to write a mail; what is no id is passed over by readers. */
export function idsMentioned({ object, values, owner }: NotificationIntent): string[] {
  const owners = owner === undefined ? [] : [owner.organizationId, owner.personId];
  return [object, ...Object.values(values).flat().map(String), ...owners.filter((id) => id !== undefined)];
}
