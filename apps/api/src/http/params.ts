import { z } from 'zod';

/** Id of an entity in an address. */
export const entityId = z.uuid();
