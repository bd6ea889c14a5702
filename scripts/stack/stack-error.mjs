// @ts-check
/**
 * A failure that a person at the terminal can mend: one sentence that says what is wrong and one that says what to do.
 * The starter prints both and ends with exit code 1; every other error is a bug and keeps its stack.
 */
export class StackError extends Error {
  /**
   * @param {string} sentence what is wrong
   * @param {string} advice what to do about it
   */
  constructor(sentence, advice) {
    super(`${sentence}\n${advice}`);
    this.name = 'StackError';
    this.sentence = sentence;
    this.advice = advice;
  }
}
