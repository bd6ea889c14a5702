import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FileTooLarge, type StoredFile } from '@app/platform';
import type { Request } from 'express';
import { receiveUpload } from '../document/receive-upload';

const mostBytes = 4 * 1_048_576;

/** The bytes of the one file of a multipart request; it is read and kept nowhere. Throws FILE_MISSING, FILE_TOO_LARGE and WRONG_CONTENT_TYPE. */
export async function receiveBytes(request: Request): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const put = async (stream: Readable, limitBytes: number): Promise<StoredFile> => {
    let size = 0;
    for await (const part of stream as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limitBytes) throw new FileTooLarge(limitBytes);
      parts.push(part);
    }
    const content = Buffer.concat(parts);
    return { sha256: createHash('sha256').update(content).digest('hex'), sizeBytes: size, head: content.subarray(0, 64) };
  };
  await receiveUpload(request, { put }, mostBytes);
  return Buffer.concat(parts);
}
