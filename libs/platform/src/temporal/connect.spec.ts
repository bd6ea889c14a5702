import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { connectWithBackOff, temporalConnectionOptions } from './connect';

const plain: Pick<Config, 'temporal'> = {
  temporal: {
    address: '127.0.0.1:7233',
    namespace: 'gongfang',
    apiKey: undefined,
    tls: undefined,
    workflowBundle: '/dist/workflow-bundle.js',
    candidatesDir: '/candidates',
    maxCachedWorkflows: 300,
    shutdownGraceMs: 8_000,
    shutdownForceMs: 10_000,
    rollAt: 600,
    healthPort: undefined,
  },
};
const secured = (tls: Config['temporal']['tls'], apiKey?: string): Pick<Config, 'temporal'> => ({
  temporal: { ...plain.temporal, tls, apiKey },
});
const noTlsFiles = { serverCaCertPath: undefined, clientCertPath: undefined, clientKeyPath: undefined };

describe('the connection options', () => {
  it('are only the address without key and certificates', () => {
    expect(temporalConnectionOptions(plain)).toEqual({ address: '127.0.0.1:7233' });
  });

  it('carry the key, and TLS with the authorities of the system', () => {
    expect(temporalConnectionOptions(secured(noTlsFiles, 'key'))).toEqual({ address: '127.0.0.1:7233', apiKey: 'key', tls: true });
  });

  it('carry the certificates from their files, and fail when one is missing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongfang-tls-'));
    const path = (name: string): string => join(folder, name);
    for (const name of ['ca', 'crt', 'key']) writeFileSync(path(name), name);
    const tls = { serverCaCertPath: path('ca'), clientCertPath: path('crt'), clientKeyPath: path('key') };
    expect(temporalConnectionOptions(secured(tls)).tls).toEqual({
      serverRootCACertificate: Buffer.from('ca'),
      clientCertPair: { crt: Buffer.from('crt'), key: Buffer.from('key') },
    });
    rmSync(folder, { recursive: true });
    expect(() => temporalConnectionOptions(secured(tls))).toThrow('ENOENT');
  });
});

describe('connecting with back-off', () => {
  it('tries again with growing pauses until the server is there', async () => {
    const pauses: number[] = [];
    let tries = 0;
    const connect = async (): Promise<string> => {
      tries += 1;
      if (tries < 3) throw new Error('connection refused');
      return 'connected';
    };
    await expect(connectWithBackOff(plain, connect, { withinMs: 5_000, onRetry: (_error, waitMs) => pauses.push(waitMs) })).resolves.toBe(
      'connected',
    );
    expect(pauses).toEqual([250, 500]);
  });

  it('gives up with the last error when the time is over', async () => {
    const connect = (): Promise<never> => Promise.reject(new Error('connection refused'));
    await expect(connectWithBackOff(plain, connect, { withinMs: 300 })).rejects.toThrow('connection refused');
  });
});
