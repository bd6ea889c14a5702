import { finished } from 'node:stream/promises';
import busboy from 'busboy';
import { FileTooLarge, type FileStore, type StoredFile } from '@app/platform';
import type { Request } from 'express';
import { Problem } from '../errors/problem';

/** A file that has arrived, with the fields sent beside it. */
export interface Upload {
  file: StoredFile & { name: string };
  fields: Record<string, string>;
}

/** Milliseconds in which a refused sender may finish sending before the connection is closed. */
const longestLinger = 5_000;

const fieldLimits = { fieldNameSize: 40, fieldSize: 400, fields: 8, files: 1, parts: 10, headerPairs: 40 };

/** Streams the one file of a multipart request into the store. Fields must come before the file or after it; nothing else is taken. */
export async function receiveUpload(request: Request, store: Pick<FileStore, 'put'>, limitBytes: number): Promise<Upload> {
  if (request.is('multipart/form-data') === false) throw new Problem('WRONG_CONTENT_TYPE');
  const parser = open(request, limitBytes);
  const fields: Record<string, string> = {};
  const arriving: Promise<StoredFile & { name: string }>[] = [];
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value) => (fields[name] = value));
    parser.on('file', (name, stream, info) => {
      if (name !== 'file') {
        stream.resume();
        return;
      }
      const stored = store.put(stream, limitBytes).then((file) => ({ ...file, name: fileNameOf(info.filename) }));
      stored.catch((error: unknown) => {
        stream.resume();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
      arriving.push(stored);
    });
    parser.on('close', resolve);
    parser.on('error', () => reject(new Problem('BAD_INPUT')));
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) parser.on(limit, () => reject(new Problem('BAD_INPUT')));
    request.on('aborted', () => reject(new Problem('BAD_INPUT')));
  });
  request.pipe(parser);
  try {
    await parsed;
    const [first] = arriving;
    if (first === undefined) throw new Problem('FILE_MISSING');
    return { file: await first, fields };
  } catch (error) {
    request.unpipe(parser);
    await lingered(request);
    if (error instanceof FileTooLarge) throw new Problem('FILE_TOO_LARGE', { values: { limitBytes }, headers: { Connection: 'close' } });
    throw error;
  }
}

/**
 * Takes what the sender still has under way, for a moment and without keeping it: whoever is answered in the middle of sending may find the
 * connection broken before the answer was read. Servers call this a lingering close; a file without end does not hold us longer.
 */
async function lingered(request: Request): Promise<void> {
  request.resume();
  await finished(request, { signal: AbortSignal.timeout(longestLinger) }).catch(() => undefined);
}

function open(request: Request, limitBytes: number): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, defParamCharset: 'utf8', limits: { ...fieldLimits, fileSize: limitBytes + 1 } });
  } catch {
    throw new Problem('BAD_INPUT');
  }
}

/** The user's name of a file as it may be shown: no path, no control or direction characters, at most 200 characters. */
export function fileNameOf(given: string | undefined): string {
  const last = (given ?? '').split(/[\\/]/).pop() ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  const extension = /\.[^.]{1,5}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - extension.length);
  return clean === '' ? 'file' : `${[...stem].slice(0, 200 - extension.length).join('')}${extension}`;
}
