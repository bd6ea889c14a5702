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

/**
 * A UUID (version 8) that follows from a key: rows that are derived again after a restore get the ids they had, so what other places know of them
 * still fits.
 */
export function uuidOf(key: string): string {
  const hex = sha256(key);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
