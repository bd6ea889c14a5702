import type { CallForm } from './call-form';

/** Proposes to publish the call; a second person confirms. */
export const publishCall: CallForm<'publish-call'> = { irreversible: true, fields: {} };
