import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { languageOf, type SpokenLanguage } from '@app/platform';
import type { Request } from 'express';

/** The language the answer's sentences are written in: what the request asks for, else the person's own. */
export const ReaderLanguage = createParamDecorator((_: unknown, context: ExecutionContext): SpokenLanguage => {
  const request = context.switchToHttp().getRequest<Request>();
  return languageOf(request.get('accept-language'), request.signedIn?.language);
});
