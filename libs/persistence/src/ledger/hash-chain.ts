import { createHash } from 'node:crypto';

/** Hash of the entry before the first. */
export const chainStart = '';

/** Lower-case hexadecimal sha-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Hash of a ledger entry: sha-256 over the hash before it, a line feed and the entry's very text. */
export function entryHash(previousHash: string, text: string): string {
  return sha256(`${previousHash}\n${text}`);
}
