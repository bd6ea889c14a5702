import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The key that signs roots. The private half stays in this process and its file: it is never logged and never stored elsewhere. */
export interface RootKey {
  keyId: string;
  /** The public half as PEM. */
  publicKey: string;
  /** Signature over a text in UTF-8, in base64. */
  sign: (text: string) => string;
}

/** The key in a file; where there is none it is made, readable for its owner only. Two that make it at once end up with one. */
export function loadRootKey(path: string): RootKey {
  const own = createPrivateKey(readKey(path) ?? makeKey(path));
  const publicHalf = createPublicKey(own);
  return {
    keyId: keyIdOf(publicHalf),
    publicKey: publicHalf.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (text) => sign(null, Buffer.from(text, 'utf8'), own).toString('base64'),
  };
}

function readKey(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeKey(path: string): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, pem, { mode: 0o600, flag: 'wx' });
    return pem;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8');
    throw error;
  }
}

/** Short name of a key: the first 16 digits of SHA-256 over its public half. */
function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}
