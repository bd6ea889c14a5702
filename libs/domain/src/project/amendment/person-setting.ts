import type { DecideContext } from '../../shared/decision';

/** A decision that a person asked for. */
export type PersonSetting = DecideContext & { actor: Extract<DecideContext['actor'], { kind: 'person' }> };
