/** Commands that may be given to many projects at once, in the order in which they are offered. */
export const bulkCommands = [
  'SendNow',
  'Snooze',
  'ChangeDeadline',
  'SkipOccurrence',
  'PauseSeries',
  'ResumeSeries',
  'AssignOfficer',
  'Hold',
  'Resume',
] as const;

/** One of them. */
export type BulkCommand = (typeof bulkCommands)[number];

/** A field that is asked once for all projects. */
export type WishField = 'kind' | 'reasonCode' | 'officerId' | 'rule' | 'workingDays';

/** What is asked for each command. */
export const wishFields: Record<BulkCommand, readonly WishField[]> = {
  SendNow: ['rule'],
  Snooze: ['rule', 'workingDays'],
  ChangeDeadline: ['rule', 'workingDays'],
  SkipOccurrence: ['rule'],
  PauseSeries: ['rule'],
  ResumeSeries: ['rule'],
  AssignOfficer: ['officerId'],
  Hold: ['kind', 'reasonCode'],
  Resume: [],
};

/** Answers by field, as they are typed. */
export type WishAnswers = Partial<Record<WishField, string>>;

/** Reasons by what kind of stop it is. */
export const holdReasons: Record<string, readonly string[]> = {
  hold: ['OBJECTION', 'APPEAL', 'CONFLICT', 'INFORMATION'],
  suspension: ['WAR', 'DISASTER', 'BORDER_CLOSED', 'MINISTRY_CHANGE', 'BELOW_MINIMUM_PARTNERS', 'NO_REPORT', 'BREACH_INQUIRY', 'REQUEST'],
};

/** Kinds of deadlines that many projects have at once. */
export const bulkRules = [
  ...['check', 'correction', 'scoring', 'defence', 'award', 'mouDraft', 'mouComment', 'clearance', 'signature', 'kickOff', 'milestone'],
  ...['progress', 'report', 'reportReview', 'reportReturn'],
] as const;

const mostDays = 100;

/** Fields that are not answered, or not in their bounds. */
export function missingFields(command: BulkCommand, answers: WishAnswers): WishField[] {
  return wishFields[command].filter((field) => {
    const answer = answers[field]?.trim() ?? '';
    if (field !== 'workingDays') return answer === '';
    const days = Number(answer);
    return answer === '' || !Number.isInteger(days) || days < 1 || days > mostDays;
  });
}

/** What the API is asked for all projects. */
export function wishOf(command: BulkCommand, answers: WishAnswers): Record<string, string | number> {
  return Object.fromEntries(
    wishFields[command].map((field) => [field, field === 'workingDays' ? Number(answers[field]) : (answers[field] ?? '').trim()]),
  );
}

const shownFields: readonly string[] = ['kind', 'reasonCode', 'officerId', 'rule', 'workingDays', 'version'];

/** What is asked of all projects, field by field in the order of the form; what is no plain word or number has no line. */
export function wishLines(payload: unknown): { field: string; value: string }[] {
  const fields = Object.entries(typeof payload === 'object' && payload !== null ? payload : {});
  return shownFields.flatMap((field) => {
    const value: unknown = fields.find(([name]) => name === field)?.[1];
    return typeof value === 'string' || typeof value === 'number' ? [{ field, value: String(value) }] : [];
  });
}
