import { StandardSchemaValidationPipe } from '@nestjs/common';
import { wire } from '@app/workflows';
import type { z } from 'zod';
import { Problem, type FieldProblem } from './problem';

/** Issues listed in one answer; the first ones are enough to correct the input. */
const listedIssues = 50;

/** Checks each parameter against the schema its route states; anything else is a 400 that names the fields. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    transform: true,
    exceptionFactory: (issues) => new Problem('BAD_INPUT', { fields: fieldProblems(issues as readonly z.core.$ZodIssue[]) }),
  });
}

/** What is wrong with each field, in our codes. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  return issues.slice(0, listedIssues).map((issue) => ({ path: pathOf(issue), ...codeOf(issue) }));
}

const shapeCodes: ReadonlySet<string> = new Set(wire.shapeCodes);

function codeOf(issue: z.core.$ZodIssue): Omit<FieldProblem, 'path'> {
  if (shapeCodes.has(issue.message)) return { code: issue.message };
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'UNKNOWN_FIELD', values: { fields: issue.keys.slice(0, 10).map((key) => key.slice(0, 60)) } };
    case 'too_big':
      return { code: 'TOO_LONG', values: { limit: Number(issue.maximum) } };
    case 'too_small':
      return { code: 'TOO_SHORT', values: { limit: Number(issue.minimum) } };
    case 'invalid_type':
      return { code: issue.input === undefined && issue.message.includes('received undefined') ? 'MISSING_FIELD' : 'WRONG_TYPE' };
    default:
      return { code: 'WRONG_TYPE' };
  }
}

function pathOf(issue: z.core.$ZodIssue): string {
  return issue.path.map((part) => String(part).slice(0, 60)).join('.');
}
