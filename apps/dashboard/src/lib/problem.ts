import type { components } from '../generated/openapi-types';

type ProblemDocument = components['schemas']['Problem'];

/** What the API answered instead of a success: a stable code, and sentences in the reader's language. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(readonly document: Partial<ProblemDocument> & { status: number }) {
    super(document.title ?? document.code ?? String(document.status));
    this.name = 'ApiProblem';
    this.code = document.code ?? 'UNKNOWN';
    this.status = document.status;
  }

  /** What the form should say at a field, by the field's path in the body. */
  get fieldErrors(): Record<string, string> {
    return Object.fromEntries((this.document.errors ?? []).map((one) => [one.path, one.detail]));
  }
}

/** The problem in an error, or nothing when the server was not reached at all. */
export function problemIn(error: unknown): ApiProblem | undefined {
  return error instanceof ApiProblem ? error : undefined;
}
