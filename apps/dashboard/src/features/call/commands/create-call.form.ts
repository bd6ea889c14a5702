import type { CommandForm } from '../../../components/command-form/field-specs';
import type { components } from '../../../generated/openapi-types';
import type { CallFormContext } from './call-form';

/** Creates a call. Its clock is the real one: rehearsals are opened by their own program. */
export const createCall: CommandForm<components['schemas']['CreateCall'], CallFormContext> = {
  fields: {
    code: { kind: 'text', max: 40 },
    programme: { kind: 'text', max: 12 },
    year: { kind: 'number', min: 2000, max: 2199 },
    opensAt: { kind: 'moment' },
    closesAt: { kind: 'moment' },
    policyVersion: { kind: 'number', min: 1, max: 100_000 },
    clock: { kind: 'given', value: () => undefined },
  },
};
