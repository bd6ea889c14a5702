import { createHash } from 'node:crypto';

/**
 * A UUID (version 5) that follows from a run and a name in it: the command of a project, its reason, its confirmation. Made again, wherever and however
 * often, it is the same, so that a row that is sent twice is answered from the ledger.
 */
export function idInRun(runId: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(runId.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
