import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, safe in a URL and in a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: its SHA-256. Enough, since the secret itself is random. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
