import type { WaitingCommand } from '@app/persistence';
import type { EntityCommand } from '@app/workflows';

/** A stored command as it travels through the engine. */
export function commandOf({ id, type, actor, onBehalfOf, reason, expectedRev, payload }: WaitingCommand): EntityCommand {
  return {
    ...{ id, type, actor, payload },
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(reason === null ? {} : { reason }),
    ...(expectedRev === null ? {} : { expectedRev }),
  };
}
