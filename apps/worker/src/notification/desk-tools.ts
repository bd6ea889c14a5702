import type { MailSettings } from '@app/mail';
import type { createDataSource, RuleData } from '@app/persistence';
import type { MailTransport } from './mail-transport';

/** Settings of the desk. Times in ms. */
export interface DeskSettings extends Omit<MailSettings, 'subjectTag'> {
  /** Sender of every mail, as in `Name <mail@example.org>`. */
  from: string;
  /** Address of the dashboard, without a slash at the end: every link begins with it. */
  publicUrl: string;
  /** Rows of one batch of `deliverDue`. */
  batchRows: number;
  /** Time of one batch. */
  batchMs: number;
  /** How long a claimed row is ours; longer than a claim's rows need to be sent. */
  claimLeaseMs: number;
  /** How long a row may be `sending`; longer than the transport's longest send. */
  sendLeaseMs: number;
  /** Longest time of one send. */
  sendLimitMs: number;
  /** Mails on their way at once. */
  concurrency: number;
  /** History length above which the desk's workflow continues as new. */
  rollAt: number;
}

/** What the desk works with. */
export interface DeskTools {
  db: ReturnType<typeof createDataSource>;
  ruleData: RuleData;
  transport: MailTransport;
  settings: DeskSettings;
  heartbeat: (details: unknown) => void;
  /** Tells an operator of a fault of ours: codes only, never a name or an address. */
  warn: (what: string, about: Record<string, unknown>) => void;
}
