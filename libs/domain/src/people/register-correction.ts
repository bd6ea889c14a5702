/** What the register keeps: organizations and people. */
export const registerSubjects = ['organization', 'person'] as const;

/** A kind of entry of the register. */
export type RegisterSubject = (typeof registerSubjects)[number];

/** What may be corrected of an entry, in the order in which people read it. */
export const registerFields = {
  organization: ['nameZh', 'nameEn', 'nameLocal', 'addressZh', 'addressEn'],
  person: ['fullName', 'latinName', 'addressAs', 'honorific', 'positionZh', 'positionEn', 'emails', 'phone', 'mailLanguage', 'zone'],
} as const;

/** A field of the register that may be corrected. */
export type RegisterField = (typeof registerFields)[RegisterSubject][number];

/** A value of the register: a text, mail addresses in their order, or nothing. */
export type RegisterValue = string | string[] | null;

/** Values of an entry by field. */
export type RegisterValues = Partial<Record<RegisterField, RegisterValue>>;

/** What a correction changes: each changed field before and after. */
export interface RegisterDifference {
  before: RegisterValues;
  after: RegisterValues;
}

/** Names stand on papers and letters: one that is wrong is read by others. */
const names: readonly RegisterField[] = ['nameZh', 'nameEn', 'nameLocal', 'fullName', 'latinName'];

/** Fields that hold a person's contact data; lists and logs do not repeat them. */
const contact: readonly RegisterField[] = ['emails', 'phone'];

/**
 * What of a wish differs from an entry as it stands; blanks around a text do not count.
 * @param record the entry with all its fields
 * @param wanted the fields somebody wants otherwise; fields that do not belong to the entry are left out
 */
export function differenceOf(subject: RegisterSubject, record: RegisterValues, wanted: RegisterValues): RegisterDifference {
  const difference: RegisterDifference = { before: {}, after: {} };
  for (const field of registerFields[subject]) {
    const value = wanted[field];
    if (value === undefined) continue;
    const [before, after] = [record[field] ?? null, trimmed(value)];
    if (JSON.stringify(before) === JSON.stringify(after)) continue;
    difference.before[field] = before;
    difference.after[field] = after;
  }
  return difference;
}

function trimmed(value: RegisterValue): RegisterValue {
  if (value === null) return null;
  return typeof value === 'string' ? value.trim() : value.map((one) => one.trim());
}

/** Whether a correction changes nothing. */
export function isNoCorrection({ after }: RegisterDifference): boolean {
  return Object.keys(after).length === 0;
}

/** Whether it changes a name that papers and letters show. */
export function changesName({ after }: RegisterDifference): boolean {
  return names.some((field) => after[field] !== undefined);
}

/** Whether it changes where mail goes. */
export function changesAddress({ after }: RegisterDifference): boolean {
  return after.emails !== undefined;
}

/** Whether a second person must agree: a name stands on papers, and mail to a wrong address reaches a stranger. All else applies at once. */
export function correctionNeedsSecond(difference: RegisterDifference): boolean {
  return changesName(difference) || changesAddress(difference);
}

/**
 * What is to be wanted so that a correction is taken back; nothing when a field it changed was changed again since: then there is no simple way back.
 * @param record the entry as it stands now
 */
export function takenBack({ before, after }: RegisterDifference, record: RegisterValues): RegisterValues | undefined {
  const fields = Object.keys(after) as RegisterField[];
  const overtaken = fields.some((field) => JSON.stringify(record[field] ?? null) !== JSON.stringify(after[field]));
  return overtaken ? undefined : before;
}

/** The difference as the list of interventions may tell it: addresses and telephone numbers are only hinted at, unless the hints would be the same. */
export function withoutContactData({ before, after }: RegisterDifference): RegisterDifference {
  const told: RegisterDifference = { before: { ...before }, after: { ...after } };
  for (const field of contact) {
    const [from, to] = [hintOfAll(before[field]), hintOfAll(after[field])];
    if (after[field] === undefined || JSON.stringify(from) === JSON.stringify(to)) continue;
    told.before[field] = from;
    told.after[field] = to;
  }
  return told;
}

function hintOfAll(value: RegisterValue | undefined): RegisterValue {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? hintOf(value) : value.map(hintOf);
}

/** An address by its first letters and its domain, a number by its last digits. */
function hintOf(text: string): string {
  const at = text.lastIndexOf('@');
  return at < 0 ? `…${text.slice(-2)}` : `${text.slice(0, 2)}…${text.slice(at)}`;
}
