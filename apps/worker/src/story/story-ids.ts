import { createHash } from 'node:crypto';

/** A UUID (version 8) that follows from a name, so that the same person or organization has the same id in every installation's demo data. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`gongfang demo: ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
