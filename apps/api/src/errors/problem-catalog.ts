import type { ViolationCode } from '@app/domain';

/** Refusals by a rule are conflicts with the entity's state (409), but for these. */
const statusOfViolation: Partial<Record<ViolationCode, number>> = {
  NOT_ALLOWED: 403,
  NOT_A_DATE: 400,
  LOOKS_BUDDHIST_YEAR: 400,
};

/** Status of the API's own answers. */
const statusOfAnswer: Record<string, number> = {
  BAD_INPUT: 400,
  MALFORMED_JSON: 400,
  FORBIDDEN_NAME: 400,
  KEY_NOT_UUID: 400,
  IF_MATCH_MALFORMED: 400,
  FILE_EMPTY: 400,
  FILE_MISSING: 400,
  UNKNOWN_PERSON: 400,
  UNKNOWN_ORGANIZATION: 400,
  UNKNOWN_DOCUMENT: 400,
  PASSWORD_REFUSED: 400,
  NOT_SIGNED_IN: 401,
  SIGN_IN_FAILED: 401,
  CROSS_SITE: 403,
  SCOPE_MISSING: 403,
  SIGN_IN_FIRST: 403,
  FRESH_SIGN_IN_NEEDED: 403,
  NOT_FOUND: 404,
  UNKNOWN_MOMENT: 404,
  METHOD_NOT_ALLOWED: 405,
  ACT_NOT_WAITING: 409,
  ADDRESS_TAKEN: 409,
  DRAFT_CLOSED: 409,
  COMMENT_CLOSED: 409,
  LETTER_HELD: 409,
  LETTER_CHANGED: 409,
  MAIL_NOT_NEEDED: 409,
  MAIL_NOT_UNCERTAIN: 409,
  MAIL_UNCERTAIN: 409,
  MAIL_WAITS: 409,
  NO_WORKING_ADDRESS: 409,
  NOT_HALTED: 409,
  NOTHING_WAITS: 409,
  SHELL_MISSING: 409,
  SHELL_RUNS: 409,
  LINK_OVER: 410,
  BODY_TOO_LARGE: 413,
  FILE_TOO_LARGE: 413,
  CANDIDATE_OUTSIDE: 422,
  EXPORT_TOO_LARGE: 422,
  EXPORT_BUSY: 503,
  TOO_MANY_VIEWS: 409,
  EMPTY_LIST: 422,
  LIST_TOO_LONG: 422,
  NOT_TAKEN_BACK: 409,
  SECOND_PERSON_NEEDED: 409,
  RUN_NOT_THERE: 409,
  NO_SUCH_DEADLINE: 409,
  NOTHING_PLANNED: 409,
  NOBODY_BEFORE: 409,
  PREDICTION_DIFFERS: 409,
  CANARY_DIFFERS: 409,
  TOO_MANY_DIFFER: 409,
  AUTHOR_INACTIVE: 409,
  OTHER_EVENTS: 409,
  ID_USED_FOR_SOMETHING_ELSE: 409,
  WRONG_CONTENT_TYPE: 415,
  FILE_TYPE_NOT_ALLOWED: 415,
  KEY_REUSED: 422,
  COMMAND_FAILED: 422,
  IF_MATCH_REQUIRED: 428,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  HALTED: 503,
  STORAGE_FULL: 507,
};

/** HTTP status of a stable code. A code of a rule without a line of its own is a conflict with the entity's state. */
export function statusOf(code: string): number {
  return statusOfAnswer[code] ?? statusOfViolation[code as ViolationCode] ?? 409;
}

/** Codes that the API answers by itself, for the documentation and for the test of their sentences. */
export const apiCodes: readonly string[] = Object.keys(statusOfAnswer);
