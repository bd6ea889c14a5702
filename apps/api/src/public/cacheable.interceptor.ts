import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';

/** A minute: what is announced is seen by everybody soon, and a crowd asks the database once in a while. */
const keptSeconds = 60;

/** Lets anybody keep an answer for a while, and answers 304 to whom has it already. The same for every reader, so never for routes that look at who asks. */
@Injectable()
export class CacheableInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object | string>): Observable<object | string | undefined> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    return next.handle().pipe(
      map((answer) => {
        const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
        const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
        response.set({ ETag: tag, 'Cache-Control': `public, max-age=${keptSeconds}` });
        if (!isKnown(request.get('if-none-match'), tag)) return answer;
        response.status(304);
        return undefined;
      }),
    );
  }
}

/** Whether a reader holds this very answer; a proxy may have marked the tag as weak. */
function isKnown(held: string | undefined, tag: string): boolean {
  return (held ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
