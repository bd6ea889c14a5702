import type { CallForm } from './call-form';

/** Puts the decided list on public notice. */
export const startPublicNotice: CallForm<'start-public-notice'> = { irreversible: true, fields: { startOn: { kind: 'date' } } };
