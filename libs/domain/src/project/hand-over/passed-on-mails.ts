import type { RecipientRole } from '../../people/roles';
import type { HandOverEvent } from './hand-over.events';

/** Whose waiting mails go to whom from now on, and in which roles he was to get them. */
export interface PassedOn {
  from: string;
  to: string;
  roles: RecipientRole[];
}

/** The waiting mails that an event passes on to a new holder, if it does; receipts stay with whom they answer. */
export function passedOnBy(event: { type: string }): PassedOn | undefined {
  if (event.type !== 'HandOverTookEffect') return undefined;
  const { from, to, role } = event as Extract<HandOverEvent, { type: 'HandOverTookEffect' }>;
  return { from, to, roles: role === 'officer' ? ['CO', 'owner'] : ['AC', 'PL', 'LR', 'PC', 'PS', 'officeHead', 'owner'] };
}
