import { once } from 'node:events';
import type { Response } from 'express';
import type { Sink } from './cells';

/** A response as a sink that can be waited for. */
export interface ResponseSink {
  sink: Sink;
  /** Resolves when the reader has taken enough for more to be written. Rejects when the reader has gone. */
  drained: () => Promise<void>;
}

const waitMs = 20_000;

/** Writes into a response no faster than it is read, so that a table of any length needs the memory of a few rows. */
export function responseSink(response: Response): ResponseSink {
  return {
    sink: (bytes) => void response.write(bytes),
    drained: async () => {
      if (response.destroyed) throw new Error('the reader has gone');
      if (!response.writableNeedDrain) return;
      // A reader that takes nothing for so long would hold a connection to the database.
      await once(response, 'drain', { signal: AbortSignal.timeout(waitMs) });
    },
  };
}
