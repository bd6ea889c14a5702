import type { ViolationCode } from './violation-codes';

/** A refusal by a rule: stable code, an English sentence for logs, and values for the sentence shown to a person. */
export interface Violation {
  code: ViolationCode;
  message: string;
  /** Values for the translated sentence: ids, codes, dates, numbers; never personal data. */
  values?: Record<string, string | number | string[]>;
}

/** Either a value or a refusal. A refusal is a normal answer, so rules return it and never throw it. */
export type Result<T> = { ok: true; value: T } | { ok: false; violation: Violation };

/** Wraps a value as a success. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Makes a refusal with its stable code. */
export function refuse(code: ViolationCode, message: string, values?: Violation['values']): { ok: false; violation: Violation } {
  return { ok: false, violation: values === undefined ? { code, message } : { code, message, values } };
}
