/** For each stable code: what is wrong, and what to do. */
export type ProblemSentences = Record<string, readonly [says: string, todo: string]>;
