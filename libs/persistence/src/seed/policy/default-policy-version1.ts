import { defaultPolicy, type Policy } from '@app/domain';

/** The first policy version of a new installation, as stored: number, name of the reason, and the complete policy. */
export const defaultPolicyVersion1: { version: number; note: string; policy: Policy } = {
  version: 1,
  note: 'First policy of the 2025 call: what its notice fixes, practice elsewhere, else defaults of the programme.',
  policy: defaultPolicy,
};
