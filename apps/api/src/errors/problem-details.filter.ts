import { randomBytes } from 'node:crypto';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { languageOf, problemSentence, type SpokenLanguage } from '@app/platform';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { allowedMethods } from '../http/allowed-methods';
import { databaseProblem } from './database-problem';
import { Problem } from './problem';
import { toldReason, type ToldReason } from './told-reason';

/** RFC 9457 document as every error of the API carries it. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  values?: object;
  errors?: { path: string; code: string; detail: string }[];
  incident?: string;
  /** Why a rule refused: article in words, rule, versions, values of the policy. */
  because?: ToldReason;
}

/** Turns whatever was thrown into a problem document in the reader's language. A bug gets an incident number, which the log has too. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = problemOf(error, request);
    const incident = problem.code === 'INTERNAL' ? this.logIncident(error, request) : undefined;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status).set(problem.details.headers ?? {});
    response.set('Vary', 'Accept-Language').type('application/problem+json');
    response.send(JSON.stringify(documentOf(problem, request, incident)));
  }

  private logIncident(error: unknown, request: Request): string {
    const incident = randomBytes(4).toString('hex').toUpperCase();
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(
      { incident, requestId: request.requestId, method: request.method, route: routeOf(request), error: name, message, stack },
      'incident',
    );
    return incident;
  }
}

/** The document of a problem, for this reader. */
export function documentOf(problem: Problem, request: Request, incident?: string): ProblemDocument {
  const language: SpokenLanguage = languageOf(request.get('accept-language'), request.signedIn?.language);
  const values = { ...problem.details.values, ...(incident === undefined ? {} : { incident }) };
  const { says, todo } = problemSentence(problem.code, language, values);
  const { because } = problem.details;
  const errors = problem.details.fields?.map(({ path, code, values: own }) => {
    const sentence = problemSentence(code, language, own);
    return { path, code, detail: `${sentence.says} ${sentence.todo}` };
  });
  return {
    type: `urn:gongfang:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: says,
    status: problem.status,
    detail: todo,
    code: problem.code,
    requestId: request.requestId,
    ...(Object.keys(values).length === 0 ? {} : { values }),
    ...(errors === undefined ? {} : { errors }),
    ...(incident === undefined ? {} : { incident }),
    ...(because === undefined ? {} : { because: toldReason(because, language) }),
  };
}

function problemOf(error: unknown, request: Request): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return problemOfNest(error, request);
  return databaseProblem(error) ?? new Problem('INTERNAL');
}

function problemOfNest(error: HttpException, request: Request): Problem {
  const status = error.getStatus();
  if (status !== 404) return status < 500 ? new Problem('BAD_INPUT', { status }) : new Problem('INTERNAL');
  const methods = allowedMethods(request);
  return methods.length === 0 ? new Problem('NOT_FOUND') : new Problem('METHOD_NOT_ALLOWED', { headers: { Allow: methods.join(', ') } });
}

function routeOf(request: Request): string {
  const route = request.route as { path?: string } | undefined;
  return route?.path ?? 'unknown';
}
