import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Connection, type ConnectionOptions, type TLSConfig } from '@temporalio/client';
import type { Config } from '../config/config';

/** What both kinds of connection take; the only place that reads the connection's settings. */
export interface TemporalConnectionOptions {
  address: string;
  apiKey?: string;
  tls?: TLSConfig | boolean;
}

const FIRST_BACK_OFF_MS = 250;
const LONGEST_BACK_OFF_MS = 5_000;

/** Address, key and certificates of the Temporal server. @throws when a certificate file cannot be read */
export function temporalConnectionOptions({ temporal }: Pick<Config, 'temporal'>): TemporalConnectionOptions {
  const { address, apiKey, tls } = temporal;
  return { address, ...(apiKey === undefined ? {} : { apiKey }), ...(tls === undefined ? {} : { tls: readTls(tls) }) };
}

function readTls({ serverCaCertPath, clientCertPath, clientKeyPath }: NonNullable<Config['temporal']['tls']>): TLSConfig | true {
  const pair =
    clientCertPath === undefined || clientKeyPath === undefined
      ? {}
      : { clientCertPair: { crt: readFileSync(clientCertPath), key: readFileSync(clientKeyPath) } };
  const authority = serverCaCertPath === undefined ? {} : { serverRootCACertificate: readFileSync(serverCaCertPath) };
  const tls = { ...authority, ...pair };
  return Object.keys(tls).length === 0 ? true : tls;
}

/**
 * A client that connects at its first call, so that a process starts without Temporal and says so in its readiness. Close it by
 * `client.connection.close()`.
 */
export function connectClient(config: Pick<Config, 'temporal'>): Client {
  const options: ConnectionOptions = temporalConnectionOptions(config);
  return new Client({ connection: Connection.lazy(options), namespace: config.temporal.namespace });
}

/**
 * Repeats a connect that fails at once while the server is down, with growing pauses, until it succeeds or the time is over; then the last
 * error is thrown. The worker passes `NativeConnection.connect`, which stays in its one file.
 */
export async function connectWithBackOff<T>(
  config: Pick<Config, 'temporal'>,
  connect: (options: TemporalConnectionOptions) => Promise<T>,
  { withinMs, onRetry }: { withinMs: number; onRetry?: (error: unknown, waitMs: number) => void },
): Promise<T> {
  const end = Date.now() + withinMs;
  for (let waitMs = FIRST_BACK_OFF_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_BACK_OFF_MS)) {
    try {
      return await connect(temporalConnectionOptions(config));
    } catch (error) {
      if (Date.now() + waitMs > end) throw error;
      onRetry?.(error, waitMs);
      await delay(waitMs);
    }
  }
}
