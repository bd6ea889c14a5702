import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Problem } from '../errors/problem';
import { parseStrictJson } from './strict-json';

/** Reads a JSON body up to a size. An absent body counts as an empty object; files pass by, their route streams them. */
export function readBody(limitBytes: number): RequestHandler {
  return (request: Request, _response: Response, next: NextFunction) => {
    read(request, limitBytes).then(
      (body) => {
        request.body = body;
        next();
      },
      (error: unknown) => next(error),
    );
  };
}

async function read(request: Request, limitBytes: number): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.is('multipart/form-data')) return undefined;
  const declared = Number(request.get('content-length') ?? 0);
  const tooLarge = new Problem('BODY_TOO_LARGE', { values: { limitBytes }, headers: { Connection: 'close' } });
  if (declared > limitBytes) throw tooLarge;
  const bytes = await collect(request, limitBytes, tooLarge);
  if (bytes.length === 0) return {};
  const type = request.get('content-type') ?? '';
  if (!/^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type) || request.get('content-encoding') !== undefined) {
    throw new Problem('WRONG_CONTENT_TYPE');
  }
  return parseStrictJson(bytes);
}

async function collect(request: IncomingMessage, limitBytes: number, tooLarge: Problem): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
