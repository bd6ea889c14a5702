import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { commandAddress, type CommandAnswer } from './command-answer';

/** Puts status and headers of a command's answer: 200 with the new revision, 202 with the place to ask at while it waits. */
@Injectable()
export class CommandStatusInterceptor implements NestInterceptor<CommandAnswer, CommandAnswer> {
  intercept(context: ExecutionContext, next: CallHandler<CommandAnswer>): Observable<CommandAnswer> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(tap((answer) => describe(response, answer)));
  }
}

function describe(response: Response, { status, entity, commandId, rev }: CommandAnswer): void {
  if (status === 'pending') response.status(202).set('Location', commandAddress(entity, commandId)).set('Retry-After', '1');
  else if (rev !== undefined) response.set('ETag', `"${rev}"`);
}
