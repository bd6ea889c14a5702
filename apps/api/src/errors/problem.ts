import type { SentenceValues } from '@app/platform';
import { statusOf } from './problem-catalog';

/** One field that is wrong, by its path in the body or query. */
export interface FieldProblem {
  path: string;
  code: string;
  values?: SentenceValues;
}

/** On what a refusal rests. */
export interface RefusalReason {
  /** The command that was refused, which names its rule. */
  rule: string;
  /** Article, by the name under which the catalogue has its words. */
  ground: string;
  /** Version of the rules. */
  rulesBuild: number;
  /** Version of the policy that counts for the entity; nothing before there is one. */
  policyVersion?: number;
  /** Values of the policy that decided, with their articles. */
  policyValues?: { key: string; value: unknown; article: string }[];
}

/** What a problem tells beside its code. */
export interface ProblemDetails {
  /** Values for the sentence and for programs: codes, ids, dates, numbers. */
  values?: SentenceValues;
  fields?: FieldProblem[];
  because?: RefusalReason;
  headers?: Record<string, string>;
  /** Another status than the code's usual one. */
  status?: number;
}

/** An answer that is not a success: a stable code with its status. The filter makes an RFC 9457 document of it, in the reader's language. */
export class Problem extends Error {
  readonly status: number;

  constructor(
    readonly code: string,
    readonly details: ProblemDetails = {},
  ) {
    super(code);
    this.name = 'Problem';
    this.status = details.status ?? statusOf(code);
  }
}
