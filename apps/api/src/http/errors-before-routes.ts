import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import type { ErrorRequestHandler } from 'express';
import type { ProblemDetailsFilter } from '../errors/problem-details.filter';

/** Sends what a middleware threw (a broken body, say) through the same filter as the routes' errors. */
export function errorsBeforeRoutes(filter: ProblemDetailsFilter): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    filter.catch(error, new ExecutionContextHost([request, response]));
  };
}
