import type { Country, Instant, NotificationIntent, RecipientRole, ReleasedTexts } from '@app/domain';

/** The reader of a mail, with one usable address. */
export interface MailReader {
  personId: string;
  fullName: string;
  latinName: string;
  addressAs: string;
  honorific: string | null;
  positionZh: string | null;
  positionEn: string | null;
  language: string;
  country: Country;
  zone: string;
}

/** One thing a reader is told: a row of the outbox with all that its text needs. */
export interface MailMatter {
  /** Business key `entity/rule/object/step/series/personId`. */
  key: string;
  entity: { kind: 'project' | 'call'; id: string };
  intent: NotificationIntent;
  role: RecipientRole;
  copy: boolean;
  /** Whether another person was addressed first and could not be reached. */
  insteadOf: boolean;
  /** Earliest instant it may leave, in the entity's own time: the date of the text, so that every rendering gives the same. */
  datedAt: Instant;
  title: { zh: string; en: string };
  /** Address behind the one button. */
  actionUrl: string;
  rehearsal: boolean;
  /** The entry of the ledger that the mail tells of: receipts name it. */
  entry?: { rev: number; hash: string } | null;
  /** Words that administrators released for this kind; without them those of the release. */
  words?: ReleasedTexts;
}

/** Names and texts behind the ids of a batch; what is absent or erased is left out of the text. */
export interface MailNames {
  organizations: ReadonlyMap<string, { zh: string; en: string }>;
  people: ReadonlyMap<string, { full: string; latin: string }>;
  texts: ReadonlyMap<string, string>;
}

/** What does not change from mail to mail. */
export interface MailSettings {
  /** Domain of Message-IDs and calendar UIDs. */
  domain: string;
  /** `policy.mail.subjectTag`. */
  subjectTag: string;
}
