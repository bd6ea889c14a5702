import { z } from 'zod';
import { code, id, localDate } from './wire-values.schema';

const offered = z.strictObject({ handOverId: code });

/** Payloads of handing a place over. */
export const handOverPayloads = {
  OfferHandOver: z.strictObject({ personId: id, toPersonId: id, effectiveOn: localDate.exactOptional() }),
  AcceptHandOver: offered,
  DeclineHandOver: offered,
  CancelHandOver: offered,
};
