import type { Policy, ViolationCode } from '@app/domain';
import { problemSentence, type SpokenLanguage } from '@app/platform';
import { toldReason, type ToldReason } from '../errors/told-reason';
import { reasonUnder } from './why-refused';

/** An act that a page lists: possible now, or not and why. */
interface Listed {
  type: string;
  possible: boolean;
  why?: ViolationCode;
}

/** The policy that counts, and the reader's language. */
interface Reading {
  policyVersion: number;
  policy: Policy;
  language: SpokenLanguage;
}

/** Acts as pages list them: those not possible now with the sentence of the rule and with what it rests on, as its refusal would tell. */
export function withReasons<T extends Listed>(acts: readonly T[], { policyVersion, policy, language }: Reading): (T & Told)[] {
  return acts.map((one) => {
    if (one.why === undefined) return one;
    const because = toldReason(reasonUnder({ command: one.type, code: one.why }, policyVersion, policy), language);
    return { ...one, sentence: problemSentence(one.why, language).says, because };
  });
}

interface Told {
  sentence?: string;
  because?: ToldReason;
}
