import { Client, Connection, defaultGrpcRetryOptions, makeGrpcRetryInterceptor } from '@temporalio/client';
import { temporalConnectionOptions } from '@app/platform';
import type { Config } from '@app/platform';

/**
 * A client that connects at its first call. A request that meets a continue-as-new is told to come back: the SDK would wait a second or
 * more, here it comes back within a tenth.
 */
export function gatewayClient(config: Pick<Config, 'temporal'>): Client {
  const retry = makeGrpcRetryInterceptor(
    defaultGrpcRetryOptions({ factor: 1.5, maxAttempts: 20, maxJitter: 0.3, initialIntervalMs: () => 40, maxIntervalMs: () => 1_000 }),
  );
  const connection = Connection.lazy({ ...temporalConnectionOptions(config), interceptors: [retry] });
  return new Client({ connection, namespace: config.temporal.namespace });
}
